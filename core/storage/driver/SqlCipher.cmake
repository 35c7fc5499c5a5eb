# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0

# Finds SQLCipher and offers it as Rapport::sqlcipher.
#
# libsqlcipher and libsqlite3 export the same names. In one process the first
# in link order would win, for us (and our file would be plain text) or for a
# plugin that expects the other. So the archive is linked, and its symbols are
# kept out of the dynamic table of whatever program it ends up in. Only where a
# system has no archive is the shared library taken.
find_path(SQLCIPHER_INCLUDE_DIR sqlcipher/sqlite3.h)
find_library(SQLCIPHER_LIBRARY NAMES libsqlcipher.a sqlcipher)
if(NOT SQLCIPHER_INCLUDE_DIR OR NOT SQLCIPHER_LIBRARY)
    message(FATAL_ERROR "SQLCipher was not found. Debian and Ubuntu: libsqlcipher-dev "
        "(on Debian 12 the one from bookworm-backports).")
endif()

# The header carries SQLite's version, not SQLCipher's. SQLCipher 4.5.0 is
# SQLite 3.36.0; SQLCipher 3.4.1, which Debian 12 has by default, is SQLite 3.15.2.
file(STRINGS ${SQLCIPHER_INCLUDE_DIR}/sqlcipher/sqlite3.h sqlcipher_line
    REGEX "^#define SQLITE_VERSION_NUMBER +[0-9]+")
string(REGEX MATCH "[0-9]+$" sqlcipher_sqlite_number "${sqlcipher_line}")
if(NOT sqlcipher_sqlite_number OR sqlcipher_sqlite_number LESS 3036000)
    message(FATAL_ERROR "This SQLCipher is too old (its SQLite is '${sqlcipher_sqlite_number}'): "
        "SQLCipher 4.5 or newer is needed, because files of version 3 are made with a weaker "
        "key derivation and page format. On Debian 12 install libsqlcipher-dev from bookworm-backports.")
endif()

add_library(rapport_sqlcipher INTERFACE)
add_library(Rapport::sqlcipher ALIAS rapport_sqlcipher)
target_include_directories(rapport_sqlcipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE_DIR})
# Without it the header does not declare sqlite3_key.
target_compile_definitions(rapport_sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(rapport_sqlcipher INTERFACE ${SQLCIPHER_LIBRARY})

if(SQLCIPHER_LIBRARY MATCHES "\\.a$")
    find_package(OpenSSL REQUIRED COMPONENTS Crypto)
    find_package(ZLIB REQUIRED)
    target_link_libraries(rapport_sqlcipher INTERFACE OpenSSL::Crypto ZLIB::ZLIB m ${CMAKE_DL_LIBS})
    target_compile_definitions(rapport_sqlcipher INTERFACE RAPPORT_SQLCIPHER_USES_OPENSSL)
    include(CheckLinkerFlag)
    check_linker_flag(CXX "LINKER:--exclude-libs,libsqlcipher.a" RAPPORT_LINKER_EXCLUDES_LIBS)
    if(RAPPORT_LINKER_EXCLUDES_LIBS)
        # An option of the final link: on a static library it would do nothing.
        target_link_options(rapport_sqlcipher INTERFACE "LINKER:--exclude-libs,libsqlcipher.a")
    endif()
    check_linker_flag(CXX "LINKER:--undefined=main" RAPPORT_LINKER_TAKES_UNDEFINED)
    if(RAPPORT_LINKER_TAKES_UNDEFINED)
        # Where a libsqlite3 stands earlier on the link line it answers all the
        # driver asks for, and the archive would not be taken at all. A name that
        # only SQLCipher has brings it in, and what is inside wins.
        target_link_options(rapport_sqlcipher INTERFACE "LINKER:--undefined=sqlite3_key")
    endif()
else()
    message(STATUS "SQLCipher: no archive here, linking the shared ${SQLCIPHER_LIBRARY}")
endif()
