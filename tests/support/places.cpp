#include "tests/support/places.hpp"

namespace crossfoot::testing {

const std::string& source_directory() {
    static const std::string directory = CROSSFOOT_SOURCE_DIR;
    return directory;
}

const std::string& program() {
    static const std::string path = CROSSFOOT_PROGRAM;
    return path;
}

}  // namespace crossfoot::testing
