#include "engine/cli/waiver_text.hpp"

#include <algorithm>

#include "engine/dataset/toml_string.hpp"
#include "engine/quantity/date.hpp"

namespace crossfoot::cli {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string toml_key(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), is_bare) ? name : toml_string(name);
}

}  // namespace

std::string toml_string(std::string_view text) {
    std::string quoted = loading::quoted_toml_string(text);
    const bool plain = std::none_of(text.begin(), text.end(), is_control) && quoted.find("\\u") == std::string::npos;
    const bool escapes = text.find_first_of("\"\\") != std::string_view::npos;
    if (plain && escapes && text.find('\'') == std::string_view::npos) return "'" + std::string(text) + "'";
    return quoted;
}

std::string waiver_table(const Waiver& waiver) {
    std::string out = "[[waiver]]\n";
    const auto line = [&](std::string_view key, const std::string& value) {
        out.append(key).append(" = ").append(value).append("\n");
    };
    line("rule", toml_string(waiver.rule));
    std::string bindings;
    for (const auto& [name, value] : waiver.bindings)
        bindings.append(bindings.empty() ? "{ " : ", ").append(toml_key(name)).append(" = ").append(toml_string(value));
    if (!bindings.empty()) line("bindings", bindings + " }");
    line("reason", toml_string(waiver.reason));
    line("values", toml_string(waiver.values));
    if (!waiver.by.empty()) line("by", toml_string(waiver.by));
    if (waiver.until) line("until", iso(*waiver.until));
    return out;
}

}  // namespace crossfoot::cli
