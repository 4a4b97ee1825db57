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
  target_compile_options(crossfoot_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(crossfoot_options INTERFACE -fsanitize=address,undefined)
endif()

# crossfoot_room(NAME SOURCES … USES rooms … LIBRARIES …): rooms are seen by users of this one, libraries are not.
function(crossfoot_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(crossfoot_${name} STATIC ${ROOM_SOURCES})
  add_library(crossfoot::${name} ALIAS crossfoot_${name})
  set_target_properties(crossfoot_${name} PROPERTIES EXPORT_NAME ${name} CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_include_directories(crossfoot_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/crossfoot>)
  target_compile_features(crossfoot_${name} PUBLIC cxx_std_20)
  foreach(used ${ROOM_USES})
    target_link_libraries(crossfoot_${name} PUBLIC crossfoot_${used})
  endforeach()
  target_link_libraries(crossfoot_${name} PRIVATE $<BUILD_INTERFACE:crossfoot_options> ${ROOM_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY CROSSFOOT_ROOMS crossfoot_${name})
endfunction()
