# One library per room; what a room may use is its link list, so an arrow backwards does not link.
add_library(crossfoot_options INTERFACE)
target_compile_features(crossfoot_options INTERFACE cxx_std_20)
target_compile_options(crossfoot_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast -Wno-restrict>
  $<$<BOOL:${CROSSFOOT_WERROR}>:-Werror>)
if(CROSSFOOT_FUZZ)
  target_compile_options(crossfoot_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
  target_link_options(crossfoot_options INTERFACE -fsanitize=address,undefined)
elseif(CROSSFOOT_SANITIZE)
  # Null and misaligned pointers, wrong types and sizes of objects are left out: they double the code, and the address
  # sanitizer or the processor stops what matters of them.
  set(sanitizers address,signed-integer-overflow,shift,integer-divide-by-zero,bounds,float-cast-overflow,bool,enum,unreachable,return)
  target_compile_options(crossfoot_options INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(crossfoot_options INTERFACE -fsanitize=${sanitizers})
endif()

# crossfoot_room(NAME SOURCES … APART … USES rooms … LIBRARIES … [HOT]): rooms are seen by users of this one, libraries are not.
# APART are sources whose local names stand in another file of the room too; a unity build compiles each by itself.
# In a HOT room small functions are inlined although ten files are one unit, as they are where each file is its own.
function(crossfoot_room name)
  cmake_parse_arguments(ROOM "HOT" "" "SOURCES;APART;USES;LIBRARIES" ${ARGN})
  add_library(crossfoot_${name} STATIC ${ROOM_SOURCES} ${ROOM_APART})
  set_source_files_properties(${ROOM_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_library(crossfoot::${name} ALIAS crossfoot_${name})
  set_target_properties(crossfoot_${name} PROPERTIES EXPORT_NAME ${name} CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_include_directories(crossfoot_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/crossfoot>)
  target_compile_features(crossfoot_${name} PUBLIC cxx_std_20)
  if(ROOM_HOT)
    target_compile_options(crossfoot_${name} PRIVATE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:--param=inline-unit-growth=150>)
  endif()
  foreach(used ${ROOM_USES})
    target_link_libraries(crossfoot_${name} PUBLIC crossfoot_${used})
  endforeach()
  target_link_libraries(crossfoot_${name} PRIVATE $<BUILD_INTERFACE:crossfoot_options> ${ROOM_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY CROSSFOOT_ROOMS crossfoot_${name})
endfunction()
