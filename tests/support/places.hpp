// Where the project and the program under test lie. They are told here once, so that no other object file holds a path
// of the machine on which it was compiled.
#pragma once

#include <string>

namespace crossfoot::testing {

// The project's top directory, absolute.
[[nodiscard]] const std::string& source_directory();
// The crossfoot program of this build, or the one that CROSSFOOT_TEST_PROGRAM names; absolute.
[[nodiscard]] const std::string& program();

}  // namespace crossfoot::testing
