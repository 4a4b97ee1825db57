// The style and the script of the page, built into the program so that a page needs no other file. They are report.css,
// report.js, incidents.css and strength.css beside this file; embed_assets.cmake writes the definitions.
#pragma once

#include <string_view>

namespace crossfoot::reports::html {

[[nodiscard]] std::string_view report_css();
[[nodiscard]] std::string_view report_js();
// What a page with incidents needs besides.
[[nodiscard]] std::string_view incidents_css();
// … and one with the strength of the rules.
[[nodiscard]] std::string_view strength_css();

}  // namespace crossfoot::reports::html
