#include "engine/dataset/manifest.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/dataset/declarations.hpp"
#include "engine/dataset/files.hpp"
#include "engine/dataset/messages.hpp"
#include "engine/dataset/read_value.hpp"
#include "engine/dataset/suppressed.hpp"
#include "engine/quantity/lexicon.hpp"

namespace crossfoot::loading {

namespace {

constexpr std::array<std::string_view, 14> kKeys{"id",    "title",   "language", "periods",    "rules",      "draft",    "dates",
                                                 "missing", "rounding", "suppressed", "qualifiers", "numerals", "flags", "brackets"};

std::optional<std::string> nonempty_string(const Member& member, Loading& loading) {
    const std::string* text = member.value.string();
    if (text != nullptr && !trimmed(*text).empty()) return *text;
    misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_nonempty_string));
    return std::nullopt;
}

// The strings of an array; every element that is none is a problem.
std::vector<std::pair<std::string, Span>> strings(const Member& member, const Template& expected, Loading& loading) {
    std::vector<std::pair<std::string, Span>> out;
    const toml::array* array = member.value.node->as_array();
    if (array == nullptr) {
        misfit(loading, Code::XF107, member.key, member.value, Message(expected));
        return out;
    }
    for (const toml::node& each : *array) {
        const Value element{member.value.file, &each};
        if (const std::string* text = element.string()) out.emplace_back(*text, element.span());
        else misfit(loading, Code::XF107, member.key, element, Message(expected));
    }
    return out;
}

void read_language(const Member& member, Loading& loading) {
    const std::string* name = member.value.string();
    const auto language = name == nullptr ? std::nullopt : language_from(*name);
    if (language) loading.dataset.manifest.language = *language;
    else misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_language));
    loading.language_known = language.has_value();
}

void read_rounding(const Member& member, Loading& loading) {
    const std::string* name = member.value.string();
    if (name != nullptr && (loading.dataset.manifest.rounding = rounding_from(*name))) return;
    Diagnostic& diagnostic = misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_rounding));
    if (name != nullptr) suggest_nearest(diagnostic, *name, rounding_names());
}

void read_dates(const Member& member, Loading& loading) {
    const std::string* order = member.value.string();
    if (order != nullptr && *order == "dmy") loading.dataset.manifest.dates = DateOrder::day_first;
    else if (order != nullptr && *order == "mdy") loading.dataset.manifest.dates = DateOrder::month_first;
    else misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_date_order));
}

// The language stands before it in the order of keys, so that one sign alone can be compared with the language's other.
void read_numerals(const Member& member, Loading& loading) {
    if (member.parts.empty()) {
        misfit(loading, Code::XF107, member.key, member.value, Message(messages::numerals_table));
        return;
    }
    const std::vector<Member> all = members(member.parts, loading.problems);
    for (const Member& each : all) {
        if (each.describes() || each.key == "group" || each.key == "decimal") continue;
        Diagnostic& diagnostic =
            loading.problems.add(Code::XF106, each.key_span(), Message(messages::unknown_key, each.key, member.key));
        suggest_nearest(diagnostic, each.key, {"group", "decimal"});
        diagnostic.suggest(Message(messages::known_keys, "`group`, `decimal`"));
    }
    Manifest& manifest = loading.dataset.manifest;
    manifest.signs = declared_signs(all, "", Code::XF107, manifest.language, {}, loading);
}

// Letters only: whatever else stands behind a figure has a meaning of its own.
void read_flags(const Member& member, Loading& loading) {
    constexpr std::size_t kLongestFlag = 4;
    for (auto& [flag, span] : strings(member, messages::flag_list, loading)) {
        const bool letters = std::all_of(flag.begin(), flag.end(), [](char c) { return (static_cast<unsigned char>(c) | 0x20U) - 'a' < 26U; });
        if (letters && !flag.empty() && flag.size() <= kLongestFlag) loading.dataset.manifest.flags.push_back(std::move(flag));
        else loading.problems.add(Code::XF107, span, Message(messages::no_flag, flag));
    }
    loading.markers.flags = loading.dataset.manifest.flags;
}

void read_brackets(const Member& member, Loading& loading) {
    const std::string* text = member.value.string();
    if (text != nullptr && *text == "negative") loading.dataset.manifest.brackets = true;
    else misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_manner_of_brackets));
}

void read_rules(const Member& member, Loading& loading) {
    Manifest& manifest = loading.dataset.manifest;
    for (auto& [path, span] : strings(member, messages::paths, loading)) {
        if (trimmed(path).empty()) loading.problems.add(Code::XF107, span, Message(messages::empty_path));
        else manifest.rules.push_back({std::move(path), span});
    }
    // Rule paths are relative to the file in which they stand.
    namespace fs = std::filesystem;
    const fs::path below = fs::path(member.value.file->name()).parent_path();
    if (!below.empty() && !manifest.directory.empty())
        manifest.directory = (fs::path(manifest.directory) / below).string();
}

void check_periods(const Member& member, Loading& loading) {
    const toml::array* periods = member.value.node->as_array();
    if (periods == nullptr) {
        misfit(loading, Code::XF107, member.key, member.value, Message(messages::periods));
        return;
    }
    for (const toml::node& each : *periods) {
        const Value element{member.value.file, &each};
        if (!each.is_integer()) misfit(loading, Code::XF107, member.key, element, Message(messages::periods));
    }
}

void refuse_leaving(const Value& value, const std::string& directory, Loading& loading) {
    const std::string* path = value.string();
    if (path != nullptr && !stays_inside(directory, *path))
        loading.problems.add(Code::XF114, value.span(), Message(messages::path_leaves, *path))
            .suggest(Message(messages::keep_inside));
}

// A width is a part of the number: 0 < width < 1.
std::optional<Rational> width(const Member& member, Loading& loading) {
    Reading reading;
    reading.language = loading.dataset.manifest.language;
    reading.signs = loading.dataset.manifest.signs;
    const std::string* text = member.value.string();
    ReadResult result = text == nullptr ? ReadResult{NotAFigure{}} : read_figure(*text, reading, loading.dataset.units);
    if (const NumeralError* error = std::get_if<NumeralError>(&result)) {
        numeral_problem(loading, *error, member.value);
        return std::nullopt;
    }
    if (const Figure* figure = std::get_if<Figure>(&result)) {
        const Unit& unit = loading.dataset.units.unit(figure->unit);
        const bool rate = unit.notation == Notation::percent || unit.notation == Notation::permille;
        if (rate && !figure->qualified && figure->value.sign() > 0 && figure->value < Rational(1)) return figure->value;
    }
    misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_width));
    return std::nullopt;
}

void read_qualifiers(const Member& member, Loading& loading) {
    if (member.parts.empty()) {
        misfit(loading, Code::XF107, member.key, member.value, Message(messages::qualifier_table));
        return;
    }
    std::vector<std::string_view> known;
    for (const Language language : {loading.dataset.manifest.language, Language::en, Language::fr})
        for (const Lead& lead : lexicon(language).leads)
            if (is_qualifier(lead.kind) && lead.width > 0) known.push_back(lead.phrase);
    for (const Member& each : members(member.parts, loading.problems)) {
        if (std::find(known.begin(), known.end(), each.key) == known.end()) {
            Diagnostic& diagnostic =
                loading.problems.add(Code::XF107, each.key_span(), Message(messages::unknown_qualifier, each.key));
            suggest_nearest(diagnostic, each.key, known);
        } else if (auto part = width(each, loading)) {
            loading.widths.emplace(each.key, std::move(*part));
        }
    }
}

void unknown_key(const Member& member, Loading& loading) {
    Diagnostic& diagnostic =
        loading.problems.add(Code::XF106, member.key_span(), Message(messages::unknown_key, member.key, "[report]"));
    suggest_nearest(diagnostic, member.key, {kKeys.begin(), kKeys.end()});
    diagnostic.suggest(Message(messages::known_keys, "`id`, `title`, `language`, `periods`, `rules`, `draft`, "
                                                   "`missing`, `rounding`, `suppressed`, `qualifiers`, `numerals`, `dates`, `flags`, `brackets`"));
}

Node node_below(NodeId parent, std::string_view key, Dataset& dataset) {
    Node node;
    node.manifest = true;
    node.parent = parent;
    node.key = dataset.intern_key(key);
    return node;
}

}  // namespace

void read_manifest(const Member& report, const ManifestDefaults& defaults, Loading& loading) {
    Manifest& manifest = loading.dataset.manifest;
    manifest.language = Language::en;
    manifest.id = defaults.id;
    manifest.directory = defaults.directory;
    if (report.parts.empty()) {
        misfit(loading, Code::XF107, report.key, report.value, Message(messages::report_table));
        return;
    }
    bool says_language = false, unknown = false;
    for (const Member& each : members(report.parts, loading.problems)) {
        says_language |= each.key == "language";
        if (each.key == "id") manifest.id = nonempty_string(each, loading).value_or(manifest.id);
        else if (each.key == "title") manifest.title = nonempty_string(each, loading).value_or("");
        else if (each.key == "language") read_language(each, loading);
        else if (each.key == "rounding") read_rounding(each, loading);
        else if (each.key == "numerals") read_numerals(each, loading);
        else if (each.key == "flags") read_flags(each, loading);
        else if (each.key == "brackets") read_brackets(each, loading);
        else if (each.key == "dates") read_dates(each, loading);
        else if (each.key == "rules") read_rules(each, loading);
        else if (each.key == "periods") check_periods(each, loading);
        else if (each.key == "draft") {
            manifest.draft = nonempty_string(each, loading);
            refuse_leaving(each.value, defaults.directory, loading);
        } else if (!each.describes() && std::find(kKeys.begin(), kKeys.end(), each.key) == kKeys.end()) {
            unknown_key(each, loading);
            unknown = true;
        }
    }
    if (unknown && !says_language) loading.language_known = false;   // `langage = "fr"`
    if (manifest.title.empty()) manifest.title = manifest.id;
}

void read_markers(const Member& report, Loading& loading) {
    loading.markers.missing = default_missing_markers(loading.dataset.manifest.language);
    if (report.parts.empty()) return;
    Diagnostics told;   // keys defined twice were listed by read_manifest
    for (const Member& each : members(report.parts, told)) {
        if (each.key == "missing") {
            loading.markers.missing.clear();
            for (const auto& [marker, span] : strings(each, messages::marker_list, loading))
                loading.markers.missing.emplace_back(trimmed(marker));
        } else if (each.key == "qualifiers") {
            read_qualifiers(each, loading);
        } else if (each.key == "suppressed") {
            if (each.parts.empty()) misfit(loading, Code::XF107, each.key, each.value, Message(messages::suppressed_table));
            else
                for (const Member& marker : members(each.parts, loading.problems))
                    if (auto read = read_suppressed(marker.key, marker.value, loading))
                        loading.markers.suppressed.push_back(std::move(*read));
        }
    }
}

void add_report_node(const Member& report, Loading& loading) {
    Dataset& dataset = loading.dataset;
    Node table = node_below(Dataset::kRoot, "report", dataset);
    table.payload = dataset.add_group();
    table.span = report.value.span();
    table.key_span = report.key_span();
    const NodeId id = dataset.add(table);
    dataset.append_child(Dataset::kRoot, id);

    const auto add_text = [&](std::string_view key, std::string_view value, const Member* member) {
        Node node = node_below(id, key, dataset);
        node.kind = NodeKind::text;
        node.payload = dataset.add_text(std::string(value));
        if (member != nullptr) {
            node.span = member->value.span();
            node.key_span = member->key_span();
        }
        dataset.append_child(id, dataset.add(node));
    };
    Diagnostics told;
    const std::vector<Member> all = members(report.parts, told);
    const auto find = [&](std::string_view key) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Member& each) { return each.key == key; });
        return found == all.end() ? nullptr : &*found;
    };
    add_text("id", dataset.manifest.id, find("id"));
    add_text("language", to_string(dataset.manifest.language), find("language"));
    add_text("title", dataset.manifest.title, find("title"));

    const Member* periods = find("periods");
    if (periods == nullptr || !periods->value.node->is_array()) return;
    Node array = node_below(id, "periods", dataset);
    array.kind = NodeKind::array;
    array.payload = dataset.add_group();
    array.span = periods->value.span();
    array.key_span = periods->key_span();
    const NodeId list = dataset.add(array);
    dataset.append_child(id, list);
    Context plain;
    plain.reading.language = dataset.manifest.language;
    std::uint32_t number = 0;
    for (const toml::node& each : *periods->value.node->as_array()) {
        const Value element{periods->value.file, &each};
        auto read = each.is_integer() ? read_value(element, plain, loading) : std::nullopt;
        if (!read) continue;
        Node node = read->node;
        node.manifest = true;
        node.parent = list;
        node.key = number++;
        node.span = element.span();
        dataset.append_child(list, dataset.add(node));
    }
}

Context root_context(const Loading& loading) {
    Context context;
    context.reading.language = loading.dataset.manifest.language;
    context.reading.signs = loading.dataset.manifest.signs;
    context.reading.brackets = loading.dataset.manifest.brackets;
    context.reading.flags = loading.markers.flags.empty() ? nullptr : &loading.markers.flags;
    context.reading.dates = loading.dataset.manifest.dates;
    context.reading.rounding = loading.dataset.manifest.rounding;
    context.reading.qualifier_widths = loading.widths.empty() ? nullptr : &loading.widths;
    return context;
}

}  // namespace crossfoot::loading
