#include "engine/dataset/profile/stanza.hpp"

#include <algorithm>
#include <set>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/profile/markers.hpp"
#include "engine/dataset/table/parts.hpp"
#include "engine/dataset/toml_string.hpp"
#include "engine/quantity/print.hpp"

namespace crossfoot::profile {
namespace {

using loading::quoted_toml_string;

std::string toml_key(const std::string& name) {
    const auto bare = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), bare) ? name : quoted_toml_string(name);
}

// "<5" lies in "0..<5"; a letter says no more than that the value is not negative.
std::string range_of(const std::string& marker) {
    return marker.starts_with('<') ? "0..<" + std::string(loading::trimmed(std::string_view(marker).substr(1))) : ">= 0";
}

// No author prints so many decimals, or an exponent: a binary number as a machine prints it.
bool is_machine(const ColumnProfile& column) {
    constexpr int kDecimals = 13;
    return column.type == ColumnType::number && (column.machine || column.decimals >= kDecimals);
}

}  // namespace

ManifestNeeds manifest_needs(std::span<const Profile> profiles, Language words) {
    ManifestNeeds out;
    out.language = words;
    for (auto each = profiles.rbegin(); each != profiles.rend(); ++each) out.language = each->language.value_or(out.language);
    std::set<std::string> missing, suppressed, flags;
    std::set<DateOrder> orders;
    for (const Profile& profile : profiles) {
        orders.insert(profile.manners.dates);
        out.manners.brackets = out.manners.brackets || profile.manners.brackets;
        flags.insert(profile.manners.flags.begin(), profile.manners.flags.end());
        for (const ColumnProfile& column : profile.columns)
            for (const auto& [from, into] : {std::pair(&column.missing, &missing), std::pair(&column.suppressed, &suppressed)})
                for (const Frequent& each : *from) {
                    const MarkerParts parts = parts_of_marker(each.value);
                    into->insert(std::string(parts.marker));
                    if (!parts.flag.empty()) flags.insert(std::string(parts.flag));
                }
    }
    // of two orders none is declared: the dates of one of them would be read wrong, and no error would say so
    orders.erase(DateOrder::year_first);
    if (orders.size() == 1) out.manners.dates = *orders.begin();
    out.manners.flags.assign(flags.begin(), flags.end());
    const std::vector<std::string> known = loading::default_missing_markers(out.language);
    const auto is_known = [&](const std::string& each) { return std::find(known.begin(), known.end(), each) != known.end(); };
    if (!std::all_of(missing.begin(), missing.end(), is_known)) {
        missing.insert("");
        out.missing.assign(missing.begin(), missing.end());
    }
    for (const std::string& each : suppressed)
        if (!missing.contains(each)) out.suppressed.emplace_back(each, range_of(each));
    return out;
}

std::string manifest_lines(const ManifestNeeds& needs) {
    std::string out = "language = " + quoted_toml_string(to_string(needs.language)) + "\n";
    const auto list = [&](const auto& all, auto one) {
        for (std::size_t i = 0; i < all.size(); ++i) out.append(i == 0 ? "" : ", ").append(one(all[i]));
    };
    if (needs.manners.dates == DateOrder::day_first) out += "dates = \"dmy\"\n";
    if (needs.manners.dates == DateOrder::month_first) out += "dates = \"mdy\"\n";
    if (needs.manners.brackets) out += "brackets = \"negative\"\n";
    if (!needs.manners.flags.empty()) {
        out += "flags = [";
        list(needs.manners.flags, [](const std::string& each) { return quoted_toml_string(each); });
        out += "]\n";
    }
    if (!needs.missing.empty()) {
        out += "missing = [";
        list(needs.missing, [](const std::string& each) { return quoted_toml_string(each); });
        out += "]\n";
    }
    if (!needs.suppressed.empty()) {
        out += "suppressed = { ";
        list(needs.suppressed, [](const auto& each) { return quoted_toml_string(each.first) + " = " + quoted_toml_string(each.second); });
        out += " }\n";
    }
    return out;
}

std::string declaration(const ColumnProfile& column, Language language) {
    if (column.type == ColumnType::date) return "date";
    if (column.type != ColumnType::number) return "text";
    const std::string unit = column.unit.empty() ? "" : " " + column.unit;
    if (is_machine(column)) return "float";
    // what is written for people shows its own precision
    if (column.decimals_vary) return column.unit.empty() ? "number" : column.unit;
    const int places = column.decimals > 0 ? -column.decimals : column.zeros;
    if (places == 0) return column.unit.empty() ? "count" : column.unit;
    std::string step = Rational::power_of_ten(places).decimal(Rational::Direction::nearest);
    if (language == Language::fr) std::replace(step.begin(), step.end(), '.', ',');
    if (places > 3) step.insert(step.size() - 3, language == Language::fr ? " " : ",");
    else if (places == 3) step = language == Language::fr ? "1 000" : "1,000";
    return step + unit;
}

std::string stanza(const Profile& profile, Language language) {
    std::string out = "[tables." + toml_key(profile.name) + "]\nsource = " + quoted_toml_string(profile.source) + "\n";
    const auto tabs = std::count_if(profile.files.begin(), profile.files.end(), [](const TablePart& each) { return table::has_tabs(each.name); });
    const bool known = tabs == 0 ? profile.separator == ',' : profile.separator == '\t' && tabs == static_cast<std::ptrdiff_t>(profile.files.size());
    if (!known && profile.separator == '\t') out += "separator = \"\\t\"\n";
    else if (!known) out.append("separator = \"").append(1, profile.separator).append("\"\n");
    const table::Layout& layout = profile.layout;
    if (layout.encoding != table::Encoding::utf8) out.append("encoding = ").append(quoted_toml_string(to_string(layout.encoding))).append("\n");
    if (layout.skip > 0) out += "skip = " + std::to_string(layout.skip) + "\n";
    if (layout.header > 1) out += "header = " + std::to_string(layout.header) + "\n";
    if (!layout.footer_text.empty()) out += "footer = " + quoted_toml_string(layout.footer_text) + "\n";
    if (layout.footer_lines > 0) out += "footer = " + std::to_string(layout.footer_lines) + "\n";
    if (layout.blank) out += "blank = true\n";
    std::string optional;
    for (const ColumnProfile& column : profile.columns)
        if (column.optional) optional.append(optional.empty() ? "" : ", ").append(quoted_toml_string(column.name));
    if (!optional.empty()) out += "optional = [" + optional + "]\n";
    out += "\n[tables." + toml_key(profile.name) + ".columns]\n";
    for (const ColumnProfile& column : profile.columns)
        out += toml_key(column.name) + " = " +
               (is_machine(column) && !column.unit.empty()
                    ? "{ unit = " + quoted_toml_string(column.unit) + ", precision = \"float\" }"
                    : quoted_toml_string(declaration(column, language))) +
               "\n";
    return out;
}

}  // namespace crossfoot::profile
