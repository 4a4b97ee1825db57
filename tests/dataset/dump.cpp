#include "tests/dataset/dump.hpp"

#include <filesystem>
#include <set>

namespace crossfoot::testing {
namespace {

std::string end_text(const End& end, bool low) {
    if (end.unbounded) return low ? "-inf" : "+inf";
    return end.value.decimal(low ? Rational::Direction::down : Rational::Direction::up);
}

std::string range_text(const Interval& range) {
    if (range.is_point()) return end_text(range.low, true);
    return (range.low.open ? "]" : "[") + end_text(range.low, true) + "; " + end_text(range.high, false) +
           (range.high.open ? "[" : "]");
}

std::string place(const SourceMap& sources, Span span) {
    if (!span.valid()) return "nowhere";
    const Position at = sources.position(span);
    return sources.file(span.file).name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string figure_text(const Figure& figure, const Units& units) {
    std::string out = "\"" + figure.printed + "\" ";
    if (figure.state == FigureState::missing) out += "missing ";
    if (figure.state == FigureState::suppressed) out += "suppressed ";
    if (figure.state == FigureState::known) out += figure.value.decimal(Rational::Direction::nearest) + " in ";
    out += range_text(figure.range);
    const Unit& unit = units.unit(figure.unit);
    if (figure.unit != 0) out += " " + units.base_name(unit.dimension) + " (" + unit.symbol + ")";
    if (figure.qualified) out += " qualified";
    if (figure.rounded) out += " rounded to " + figure.step.decimal(Rational::Direction::nearest);
    if (figure.finer) out += " finer";
    return out;
}

std::string value_text(const Dataset& dataset, NodeId id) {
    const Node& node = dataset.node(id);
    switch (node.kind) {
        case NodeKind::table: return "table, empty";
        case NodeKind::array: return "array, empty";
        case NodeKind::figure: return "figure " + figure_text(dataset.figure(id), dataset.units);
        case NodeKind::date: return "date " + iso(dataset.date(id).first) + " to " + iso(dataset.date(id).last);
        case NodeKind::truth: return node.truth ? "true" : "false";
        case NodeKind::text: break;
    }
    std::string out = "text \"" + dataset.text(id) + "\"";
    if (const NotAFigure* why = dataset.why_unread(id)) {
        out += ", unread";
        const Span span = dataset.inside(id, why->begin, why->end);
        if (why->end > why->begin && span.valid())
            out += " at " + place(dataset.sources, span) + " `" + std::string(dataset.sources.text(span)) + "`";
        if (!why->nearest_unit.empty()) out += ", near `" + why->nearest_unit + "`";
    }
    return out;
}

void dump_node(const Dataset& dataset, NodeId id, bool descriptions, std::string& out) {
    const Node& node = dataset.node(id);
    const bool nests = node.kind == NodeKind::table || node.kind == NodeKind::array;
    if (nests && !dataset.children(id).empty()) {
        for (const NodeId child : dataset.children(id)) dump_node(dataset, child, descriptions, out);
        return;
    }
    out += dataset.path(id) + ": " + value_text(dataset, id) + " @ " + place(dataset.sources, node.span);
    if (const auto lines = dataset.draft_lines(id))
        out += " lines " + std::to_string(lines->first) + "-" + std::to_string(lines->second);
    out += "\n";
    if (!descriptions) return;
    std::set<std::string> seen;
    for (std::uint32_t scope = node.scope;; scope = dataset.scope(scope).parent) {
        for (const Description& each : dataset.scope(scope).descriptions)
            if (seen.insert(each.key).second) out += "  " + each.key + ": " + std::string(*dataset.description(id, each.key)) + "\n";
        if (scope == 0) break;
    }
}

std::string underlined(const SourceMap& sources, Span span) {
    const SourceFile& file = sources.file(span.file);
    const Position at = file.position(span.begin);
    const std::string_view line = file.line(at.line);
    std::size_t width = 1;
    if (span.end > span.begin) {
        const std::uint32_t line_end = file.line_begin(at.line) + static_cast<std::uint32_t>(line.size());
        const std::uint32_t end = std::max(span.begin, std::min(span.end, line_end));
        width = std::max<std::size_t>(1, character_count(file.text().substr(span.begin, end - span.begin)));
    }
    std::string shown(line);
    // A byte that is not UTF-8 has no place in a case's file.
    if (const std::size_t bad = first_malformed_utf8(shown); bad != std::string::npos) shown = shown.substr(0, bad) + "?";
    if (shown.size() > 160) shown = shown.substr(0, 60) + "...";
    return "  | " + shown + "\n  | " + std::string(std::min<std::size_t>(at.column - 1, 200), ' ') +
           std::string(std::min<std::size_t>(width, 120), '^') + "\n";
}

}  // namespace

std::string without(std::string text, const std::string& directory) {
    const std::string parent = std::filesystem::temp_directory_path().string() + "/";
    for (const std::string& each : {parent + directory, directory})
        for (std::size_t at; !directory.empty() && (at = text.find(each)) != std::string::npos;)
            text.replace(at, each.size(), "DATASET");
    return text;
}

std::string dump_tree(const Dataset& dataset, bool descriptions) {
    std::string out;
    dump_node(dataset, Dataset::kRoot, descriptions, out);
    out += std::to_string(dataset.figure_count()) + " figures, " + std::to_string(dataset.unread_count()) + " unread\n";
    return out;
}

std::string dump_manifest(const Dataset& dataset) {
    const Manifest& manifest = dataset.manifest;
    std::string out = "id \"" + manifest.id + "\", title \"" + manifest.title + "\", language ";
    out += std::string(to_string(manifest.language)) + "\n";
    for (const RulePath& rule : manifest.rules) out += "rules \"" + rule.path + "\" @ " + place(dataset.sources, rule.span) + "\n";
    if (manifest.draft) out += "draft \"" + *manifest.draft + "\"\n";
    for (const Waiver& waiver : dataset.waivers) {
        out += "waiver \"" + waiver.rule + "\" @ " + place(dataset.sources, waiver.span) + "\n";
        for (const auto& [name, bound] : waiver.bindings) out += "  " + name + " = " + bound + "\n";
        out += "  reason \"" + waiver.reason + "\", values \"" + waiver.values + "\", by \"" + waiver.by + "\"";
        out += waiver.until ? ", until " + iso(*waiver.until) + "\n" : "\n";
    }
    return out;
}

std::string dump_diagnostics(const LoadResult& result, const std::string& directory) {
    const SourceMap& sources = result.dataset->sources;
    std::string out;
    for (const Diagnostic& each : result.diagnostics.all()) {
        out += std::string(name(each.code)) + " ";
        out += each.span.valid() ? place(sources, each.span) : each.file;
        out += " " + each.headline.in(Language::en) + "\n";
        out += "  fr: " + each.headline.in(Language::fr) + "\n";
        if (each.span.valid()) out += underlined(sources, each.span);
        for (const Label& label : each.labels)
            out += "  " + place(sources, label.span) + " " + label.text.in(Language::en) + "\n" + underlined(sources, label.span);
        for (const Message& help : each.help)
            out += "  help: " + help.in(Language::en) + "\n  aide : " + help.in(Language::fr) + "\n";
    }
    if (result.diagnostics.left_out() > 0) out += std::to_string(result.diagnostics.left_out()) + " more\n";
    return without(std::move(out), directory);
}

}  // namespace crossfoot::testing
