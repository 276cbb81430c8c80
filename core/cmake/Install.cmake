# What `cmake --install` puts where, and the Debian packages that CPack makes of it: attache (to run) and attache-dev (to
# write plugins). The program finds its plugins in ../lib/attache/plugins, so a prefix can be moved as a whole; for the
# same reason lib is spelled out and not Debian's lib/x86_64-linux-gnu.
include(CMakePackageConfigHelpers)

install(TARGETS attache attache-train COMPONENT program)
install(DIRECTORY configs DESTINATION share/attache COMPONENT program)
if(NOT CMAKE_CROSSCOMPILING)
    install(DIRECTORY ${CMAKE_BINARY_DIR}/share/ DESTINATION share COMPONENT program)  # manual and completion
endif()
install(FILES plugins/tag/entities/train/attache-train.1 DESTINATION share/man/man1 COMPONENT program)
install(FILES README.md DESTINATION share/doc/attache COMPONENT program)
install(DIRECTORY docs/ DESTINATION share/doc/attache COMPONENT program FILES_MATCHING PATTERN "*.md")

# Every plugin below plugins/, with its resources.
get_property(plugin_folders DIRECTORY plugins PROPERTY SUBDIRECTORIES)
foreach(folder IN LISTS plugin_folders)
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        if(type STREQUAL MODULE_LIBRARY)
            install(TARGETS ${target} LIBRARY DESTINATION lib/attache/plugins/${target} COMPONENT program)
            get_target_property(resources ${target} ATTACHE_RESOURCES)
            if(resources)
                install(FILES ${resources} DESTINATION lib/attache/plugins/${target} COMPONENT program)
            endif()
        endif()
    endforeach()
endforeach()

install(DIRECTORY core/include/attache DESTINATION include COMPONENT development)
set_target_properties(attache_sdk PROPERTIES EXPORT_NAME sdk)
install(TARGETS attache_sdk EXPORT attache COMPONENT development INCLUDES DESTINATION include)
install(EXPORT attache NAMESPACE attache:: FILE attacheTargets.cmake DESTINATION lib/cmake/attache COMPONENT development)
configure_package_config_file(core/cmake/attacheConfig.cmake.in ${CMAKE_BINARY_DIR}/attacheConfig.cmake
    INSTALL_DESTINATION lib/cmake/attache)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/attacheConfigVersion.cmake
    COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_BINARY_DIR}/attacheConfig.cmake ${CMAKE_BINARY_DIR}/attacheConfigVersion.cmake
              core/cmake/AttachePlugin.cmake core/cmake/RunSample.cmake core/cmake/plugin.map
        DESTINATION lib/cmake/attache COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "The Attaché project <attache@example.org>")
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME attache)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Turns diplomatic news into annotated documents and timelines
 A small core passes documents through plugins, which tag, summarize and export them.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME attache-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "attache (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "What a plugin for Attaché is written with
 The C header, the C++ SDK over it and the CMake package.")
include(CPack)
