// Reading XML strictly, as far as reports use it: one root, elements, attributes, text, the five named entities and
// character references. What is not well-formed XML 1.0 is refused.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::testing {

struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;   // as a reader gets them
    std::string text;                                // all that stands directly in the element
    std::vector<XmlElement> children;

    // The children of that name, in order.
    [[nodiscard]] std::vector<const XmlElement*> all(std::string_view child) const;
};

// Throws std::runtime_error with the offset of what is wrong.
[[nodiscard]] XmlElement parse_xml(std::string_view document);

}  // namespace crossfoot::testing
