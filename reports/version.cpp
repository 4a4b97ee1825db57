#include "reports/version.hpp"

namespace crossfoot::reports {

std::string_view version() { return CROSSFOOT_VERSION; }

}  // namespace crossfoot::reports
