// A strict reader of the HTML that reports write: every tag closed in order, every text and attribute escaped.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::testing {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;  // escaped, as written
};

struct Markup {
    std::vector<Element> elements;  // in document order
    std::string text;               // what stands between tags, escaped, without that of style and script
    std::string problem;            // the first thing that is wrong; empty where all is well
    [[nodiscard]] std::size_t count(std::string_view name) const;
};

[[nodiscard]] Markup read_markup(std::string_view html);

// The first thing that is wrong with the links of a page: an id twice, a reference to an id that is not there, a link
// or source that leads out of the page. Empty where all is well.
[[nodiscard]] std::string broken_link(const Markup& page);

}  // namespace crossfoot::testing
