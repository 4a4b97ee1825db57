# find_package(crossfoot) after installation; tests/package uses it. A client links crossfoot::crossfoot (datasets, rules,
# check) and, for reports, crossfoot::reports.
get_property(rooms GLOBAL PROPERTY CROSSFOOT_ROOMS)
add_library(crossfoot INTERFACE)
add_library(crossfoot::crossfoot ALIAS crossfoot)
target_link_libraries(crossfoot INTERFACE crossfoot_checking)
install(TARGETS crossfoot ${rooms} EXPORT crossfoot ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS crossfoot_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY engine reports DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/crossfoot
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def")
install(DIRECTORY rules/std DESTINATION ${CMAKE_INSTALL_DATADIR}/crossfoot/rules)
install(EXPORT crossfoot NAMESPACE crossfoot:: FILE crossfoot-targets.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/crossfoot)
configure_package_config_file(cmake/crossfoot-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/crossfoot-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/crossfoot)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/crossfoot-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_SOURCE_DIR}/cmake/z3.cmake ${CMAKE_CURRENT_BINARY_DIR}/crossfoot-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/crossfoot-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/crossfoot)
