# What is installed where, and the Debian package that `cpack` makes of it.
set(PGSEGUE_ETC /etc/pgsegue)
# conf/ as it is here, schemas beside the files that name them. dpkg keeps what users change (conffiles).
file(GLOB_RECURSE PGSEGUE_CONFFILES RELATIVE ${PROJECT_SOURCE_DIR}/conf conf/*.yaml conf/*.json)

install(TARGETS pgsegue RUNTIME DESTINATION bin)
install(FILES packaging/pgsegue.service DESTINATION /lib/systemd/system)
set(conffiles_text "")
foreach(conffile ${PGSEGUE_CONFFILES})
  get_filename_component(folder ${conffile} DIRECTORY)
  install(FILES conf/${conffile} DESTINATION ${PGSEGUE_ETC}/${folder})
  string(APPEND conffiles_text "${PGSEGUE_ETC}/${conffile}\n")
endforeach()
file(WRITE ${CMAKE_BINARY_DIR}/packaging/conffiles "${conffiles_text}")

install(FILES conf/completions/pgsegue.bash DESTINATION share/bash-completion/completions RENAME pgsegue)
install(FILES packaging/copyright README.md DESTINATION share/doc/pgsegue)

# Manual pages and changelogs are compressed on Debian.
find_program(GZIP gzip REQUIRED)
function(install_compressed source destination)
  install(CODE "
    set(target \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${destination}\")
    cmake_path(GET target PARENT_PATH folder)
    file(MAKE_DIRECTORY \${folder})
    execute_process(COMMAND ${GZIP} -9nc ${PROJECT_SOURCE_DIR}/${source}
      OUTPUT_FILE \${target} COMMAND_ERROR_IS_FATAL ANY)")
endfunction()
install_compressed(docs/man/pgsegue.1 share/man/man1/pgsegue.1.gz)
install_compressed(CHANGELOG.md share/doc/pgsegue/changelog.gz)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "pgsegue developers <pgsegue@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "PostgreSQL proxy that translates between schema versions")
set(CPACK_PACKAGE_DESCRIPTION
"Old and new releases of an application connect to pgsegue, each written
for its own version of the schema, and work at the same time on one
database: every statement is rewritten from the version its client was
written for to the schema that is really there.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_BINARY_DIR}/packaging/conffiles ${PROJECT_SOURCE_DIR}/packaging/postinst
    ${PROJECT_SOURCE_DIR}/packaging/prerm ${PROJECT_SOURCE_DIR}/packaging/postrm)
include(CPack)
