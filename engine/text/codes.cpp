#include "engine/text/codes.hpp"

#include <algorithm>
#include <array>

namespace crossfoot {
namespace {

constexpr auto kCatalogue = std::to_array<CodeEntry>({
#define CROSSFOOT_CODE(number, en, fr) CodeEntry{Code::XF##number, "XF" #number, en, fr},
#include "engine/text/codes.def"
#undef CROSSFOOT_CODE
});

}  // namespace

std::span<const CodeEntry> code_catalogue() { return kCatalogue; }

const CodeEntry& entry(Code code) {
    return *std::find_if(kCatalogue.begin(), kCatalogue.end(), [&](const CodeEntry& each) { return each.code == code; });
}

std::string_view name(Code code) { return entry(code).name; }

std::optional<Code> code_from(std::string_view name) {
    if (name.starts_with("XF") || name.starts_with("xf")) name.remove_prefix(2);
    const auto found = std::find_if(kCatalogue.begin(), kCatalogue.end(),
                                    [&](const CodeEntry& each) { return each.name.substr(2) == name; });
    if (found == kCatalogue.end()) return std::nullopt;
    return found->code;
}

bool is_warning(Code code) { return code == Code::XF124 || code == Code::XF411 || code == Code::XF607; }

}  // namespace crossfoot
