#include "tests/support/expect.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace crossfoot::testing {
namespace {

using Json = nlohmann::ordered_json;

std::string plain(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

// "[19650000, 19750000[ EUR", unbounded ends as -inf and +inf.
std::string range(const Json& side) {
    if (side.is_null()) return "null";
    const bool low_open = side.at("low_open").get<bool>(), high_open = side.at("high_open").get<bool>();
    const std::string low = side.at("low").is_null() ? "-inf" : plain(side.at("low"));
    const std::string high = side.at("high").is_null() ? "+inf" : plain(side.at("high"));
    return (low_open ? "]" : "[") + low + ", " + high + (high_open ? "[" : "]") + " " + plain(side.at("unit"));
}

std::string column(const Json& finding, const std::string& name) {
    if (name == "left" || name == "right") return range(finding.at(name));
    if (name == "figures") {
        std::string paths;
        for (const Json& figure : finding.at("figures")) paths += (paths.empty() ? "" : ",") + plain(figure.at("path"));
        return paths;
    }
    if (name == "witness") {
        const Json& witness = finding.at("witness");
        if (witness.is_null()) return "null";
        return plain(witness.at("least")) + ".." + plain(witness.at("greatest")) + "#" + plain(witness.at("count"));
    }
    for (const char* known : {"severity", "certain", "relation", "gap", "allowance", "left_out", "assumed", "bound_only", "title"})
        if (name == known) return plain(finding.at(name));
    throw std::invalid_argument("`expect` has no column `" + name + "`");
}

std::string line(const Json& finding, const std::vector<std::string>& columns) {
    std::string out = plain(finding.at("rule"));
    std::string bindings;
    for (const auto& [name, value] : finding.at("bindings").items())
        bindings += (bindings.empty() ? "" : ", ") + name + "=" + plain(value);
    if (!bindings.empty()) out += "[" + bindings + "]";
    for (const char* field : {"verdict", "agreement", "code"})
        if (!finding.at(field).is_null()) out += " " + plain(finding.at(field));
    for (const std::string& name : columns)
        if (name != "summary") out += " " + name + "=" + column(finding, name);
    return out + "\n";
}

}  // namespace

std::string expect_lines(std::string_view report, const std::vector<std::string>& columns) {
    try {
        const Json json = Json::parse(report);
        std::string out;
        for (const Json& finding : json.at("findings")) out += line(finding, columns);
        if (std::find(columns.begin(), columns.end(), "summary") != columns.end()) {
            out += "summary:";
            for (const auto& [name, value] : json.at("summary").items())
                if (value != 0) out += " " + name + "=" + plain(value);
            out += "\n";
        }
        return out;
    } catch (const Json::exception& error) {
        throw std::invalid_argument(std::string("standard output is no JSON report: ") + error.what());
    }
}

}  // namespace crossfoot::testing
