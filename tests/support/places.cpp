#include "tests/support/places.hpp"

#include <cstdlib>

namespace crossfoot::testing {

const std::string& source_directory() {
    static const std::string directory = CROSSFOOT_SOURCE_DIR;
    return directory;
}

const std::string& program() {
    static const std::string path = [] {
        const char* other = std::getenv("CROSSFOOT_TEST_PROGRAM");
        return std::string(other != nullptr ? other : CROSSFOOT_PROGRAM);
    }();
    return path;
}

}  // namespace crossfoot::testing
