# attache_add_plugin(NAME SOURCES file… [MANIFEST plugin.toml] [RESOURCES file…] [LIBRARIES target…] [TESTS folder])
#
# Makes the plugin NAME: a shared library that carries its manifest in an ELF note and exports one symbol, so that two
# plugins with the same symbols, or two versions of one library linked statically, do not meet. The library and its
# resources are put into ATTACHE_PLUGIN_OUTPUT/NAME (default: plugins/NAME of the build folder).
#
# TESTS names a folder with a sample (sample.*), the pipeline that it goes through (pipeline.toml) and what is expected of it
# (expected/*, see RunSample.cmake). It makes two tests: that run, and `attache check`.

function(attache_add_plugin name)
    if(NOT CMAKE_C_COMPILER_LOADED)
        message(FATAL_ERROR "attache_add_plugin needs C for the manifest's note: project(… LANGUAGES C CXX)")
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 plugin "" "MANIFEST;TESTS" "SOURCES;RESOURCES;LIBRARIES")
    if(NOT plugin_MANIFEST)
        set(plugin_MANIFEST plugin.toml)
    endif()
    get_filename_component(manifest ${plugin_MANIFEST} ABSOLUTE)
    if(NOT ATTACHE_PLUGIN_OUTPUT)
        set(ATTACHE_PLUGIN_OUTPUT ${CMAKE_BINARY_DIR}/plugins)
    endif()

    set(note ${CMAKE_CURRENT_BINARY_DIR}/${name}_manifest.c)
    file(CONFIGURE OUTPUT ${note} CONTENT [[
#include <attache/plugin.h>
ATTACHE_MANIFEST("@manifest@")
]] @ONLY)
    set_source_files_properties(${note} PROPERTIES OBJECT_DEPENDS ${manifest} SKIP_UNITY_BUILD_INCLUSION ON)

    add_library(${name} MODULE ${plugin_SOURCES} ${note})
    target_link_libraries(${name} PRIVATE attache::sdk ${plugin_LIBRARIES})
    target_compile_options(${name} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-gnu-unique>)
    target_link_options(${name} PRIVATE
        LINKER:--no-undefined LINKER:--version-script=${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map LINKER:--exclude-libs=ALL)
    set_target_properties(${name} PROPERTIES
        PREFIX "" CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
        CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON
        LINK_DEPENDS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map
        LIBRARY_OUTPUT_DIRECTORY ${ATTACHE_PLUGIN_OUTPUT}/${name})

    foreach(resource IN LISTS plugin_RESOURCES)
        get_filename_component(file ${resource} NAME)
        set(copy ${ATTACHE_PLUGIN_OUTPUT}/${name}/${file})
        add_custom_command(OUTPUT ${copy}
            COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/${resource} ${copy}
            DEPENDS ${resource})
        list(APPEND copies ${copy})
        set_property(TARGET ${name} APPEND PROPERTY ATTACHE_RESOURCES ${CMAKE_CURRENT_SOURCE_DIR}/${resource})
    endforeach()
    if(copies)
        add_custom_target(${name}-resources ALL DEPENDS ${copies})
        add_dependencies(${name} ${name}-resources)
    endif()

    if(plugin_TESTS)
        get_filename_component(tests ${plugin_TESTS} ABSOLUTE)
        file(GLOB sample ${tests}/sample.*)
        add_test(NAME ${name}-sample
            COMMAND ${CMAKE_COMMAND} -Dprogram=${ATTACHE_PROGRAM} -Dplugins=$<TARGET_FILE_DIR:${name}> -Dtests=${tests}
                    -Dsample=${sample} -Dout=${CMAKE_CURRENT_BINARY_DIR}/${name}-sample
                    -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/RunSample.cmake)
        add_test(NAME ${name}-contract COMMAND ${ATTACHE_PROGRAM} check $<TARGET_FILE:${name}> --input ${sample})
    endif()
endfunction()
