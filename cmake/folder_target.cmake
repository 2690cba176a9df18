# pgsegue_folder(<name> [LINKS <public libraries>] [PRIVATE <libraries>])
#
# One static library pgsegue_<name> of all the .cpp files of the current folder. A folder sees the headers of its own and of
# the folders it links: a header is included as "<folder>/<file>.hpp" through a per-target directory that holds a link to
# that folder only, so an include against the direction of the dependencies does not build.
set(PGSEGUE_FORWARD_DIR ${CMAKE_BINARY_DIR}/include)

# Off under ThreadSanitizer, where GCC's flow analysis raises false alarms in the standard library and in Asio.
option(PGSEGUE_FATAL_WARNINGS "Treat warnings as errors" ON)

# Where several files are compiled as one (docs/decisions), a local name may hide another file's, and a type in an unnamed
# namespace looks shared: the release build judges both.
function(pgsegue_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra $<$<BOOL:${PGSEGUE_FATAL_WARNINGS}>:-Werror>
    $<IF:$<BOOL:${CMAKE_UNITY_BUILD}>,$<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>,-Wshadow> -Wnon-virtual-dtor -Woverloaded-virtual)
endfunction()

function(pgsegue_folder name)
  cmake_parse_arguments(arg "" "" "LINKS;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp bind/*.cpp plan/*.cpp errors/*.cpp encoding/*.cpp)
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(forward ${PGSEGUE_FORWARD_DIR}/${name})
  get_filename_component(parent ${forward}/${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${forward}/${folder} SYMBOLIC)
  if(sources)
    add_library(pgsegue_${name} STATIC ${sources})
    target_include_directories(pgsegue_${name} PUBLIC ${forward})
    target_link_libraries(pgsegue_${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE})
    pgsegue_warnings(pgsegue_${name})
  else()
    add_library(pgsegue_${name} INTERFACE)
    target_include_directories(pgsegue_${name} INTERFACE ${forward})
    target_link_libraries(pgsegue_${name} INTERFACE ${arg_LINKS})
  endif()
endfunction()
