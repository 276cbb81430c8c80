# Runs the plugin over the sample and holds what comes out against the files in tests/expected:
#   document.json    each of its members is as in the first document of documents.jsonl
#   any other file   is the same as the file of that name in the run folder
execute_process(
    COMMAND ${program} run pipeline.toml ${sample} -o ${out} --overwrite --quiet --plugin-path ${plugins}
    WORKING_DIRECTORY ${tests}
    COMMAND_ERROR_IS_FATAL ANY)

file(GLOB files RELATIVE ${tests}/expected ${tests}/expected/*)
list(REMOVE_ITEM files document.json)
foreach(file IN LISTS files)
    execute_process(COMMAND diff -u ${tests}/expected/${file} ${out}/${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

if(EXISTS ${tests}/expected/document.json)
    file(READ ${tests}/expected/document.json expected)
    file(READ ${out}/documents.jsonl document)
    string(JSON count LENGTH "${expected}")
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
        string(JSON key MEMBER "${expected}" ${i})
        string(JSON wanted GET "${expected}" ${key})
        string(JSON found ERROR_VARIABLE missing GET "${document}" ${key})
        if(missing)
            message(FATAL_ERROR "the document has no \"${key}\"")
        endif()
        string(JSON type TYPE "${expected}" ${key})
        if(type MATCHES "ARRAY|OBJECT")
            string(JSON same EQUAL "${wanted}" "${found}")
        elseif("x${wanted}" STREQUAL "x${found}")
            set(same ON)
        else()
            set(same OFF)
        endif()
        if(NOT same)
            message(FATAL_ERROR "\"${key}\" is\n${found}\nand not\n${wanted}")
        endif()
    endforeach()
endif()
