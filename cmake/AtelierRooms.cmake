# One static library per folder of src/: a room is its folder, and its links are the arrows of docs/architecture.md.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

add_library(atelier_options INTERFACE)
target_include_directories(atelier_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(atelier_options INTERFACE
  -Wall -Wextra -Wpedantic -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wshadow)
if(ATELIER_WERROR)
  target_compile_options(atelier_options INTERFACE -Werror)
endif()
target_compile_definitions(atelier_options INTERFACE
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH)
if(ATELIER_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(atelier_options INTERFACE -fpch-preprocess) # asked by ccache
endif()
if(ATELIER_SANITIZE)
  # GCC 12 sees uninitialised std::variant members where the sanitizers' own checks stand.
  target_compile_options(atelier_options INTERFACE -Wno-maybe-uninitialized
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS)
  target_link_options(atelier_options INTERFACE -fsanitize=address,undefined)
endif()

# The tests themselves: without the three checks that make half of their compilation and that the other sanitizer, or the
# processor, already makes. What they test keeps them all. To be linked last.
add_library(atelier_test_options INTERFACE)
if(ATELIER_SANITIZE)
  target_compile_options(atelier_test_options INTERFACE -fno-sanitize=null,alignment,vptr)
endif()

# The headers that nearly every file includes are parsed once; every target takes the parsed ones of its kind.
function(atelier_precompiled name header)
  cmake_parse_arguments(PCH "" "" "LINKS" ${ARGN})
  if(ATELIER_PCH)
    add_library(${name} OBJECT ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE atelier_options ${PCH_LINKS})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/${header})
  endif()
endfunction()

function(atelier_use_precompiled target name)
  if(ATELIER_PCH)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

# atelier_room(<name> LINKS <libraries...> PRECOMPILED <headers>): every .cpp and .h below the current folder.
function(atelier_room name)
  cmake_parse_arguments(ROOM "" "PRECOMPILED" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC atelier_options ${ROOM_LINKS})
  if(NOT ROOM_PRECOMPILED)
    set(ROOM_PRECOMPILED precompiled)
  endif()
  atelier_use_precompiled(${name} ${ROOM_PRECOMPILED})
endfunction()

# atelier_test(<name> LINKS <libraries...>): every .cpp of the current folder. The tests are in the files test_*.cpp, and
# ctest runs a file at a time: what a process reads at its start (communes, trames, fonts) is read once for all its cases,
# which more than halves the time of the suite. Under the sanitizers, memory that nobody gives back is a failure.
function(atelier_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT;COST;PRECOMPILED" "LINKS;LABELS" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 900)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} test_support atelier_test_options)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  if(NOT TEST_PRECOMPILED)
    set(TEST_PRECOMPILED precompiled_tests)
  endif()
  atelier_use_precompiled(${name} ${TEST_PRECOMPILED})
  set_property(TARGET ${name} PROPERTY RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/bin)
  atelier_test_files(${name} "${sources}" TIMEOUT ${TEST_TIMEOUT} COST ${TEST_COST} LABELS ${TEST_LABELS})
endfunction()

# The files test_*.cpp among the sources of the test program <name>, each one test of ctest; one without any case fails.
# COST: the higher, the sooner ctest starts it, so that no long one is left alone at the end.
function(atelier_test_files name sources)
  cmake_parse_arguments(TEST "" "TIMEOUT;COST;SKIPPED_BY" "LABELS" ${ARGN})
  if(Catch2_VERSION VERSION_LESS 3) # later ones fail by themselves when nothing is run
    set(none_fails --warn NoTests)
  endif()
  foreach(source IN LISTS sources)
    get_filename_component(file ${source} NAME_WE)
    if(source MATCHES "/test_[^/]*\\.cpp$")
      set(test "${name}: ${file}")
      add_test(NAME ${test} COMMAND ${name} --filenames-as-tags ${none_fails} "[#${file}]~[.]")
      set_property(TEST ${test} PROPERTY TIMEOUT ${TEST_TIMEOUT})
      set_property(TEST ${test} PROPERTY LABELS ${TEST_LABELS})
      if(TEST_COST)
        set_property(TEST ${test} PROPERTY COST ${TEST_COST})
      endif()
      if(ATELIER_SANITIZE)
        set_property(TEST ${test} PROPERTY ENVIRONMENT "ASAN_OPTIONS=detect_leaks=1:abort_on_error=1")
      endif()
      if(TEST_SKIPPED_BY)
        set_property(TEST ${test} PROPERTY SKIP_REGULAR_EXPRESSION "${TEST_SKIPPED_BY}")
      endif()
    else()
      file(STRINGS ${source} cases REGEX "^TEST_CASE" LIMIT_COUNT 1)
      if(cases)
        message(FATAL_ERROR "${source} has tests that would never run: its name has to start with test_")
      endif()
    endif()
  endforeach()
endfunction()
