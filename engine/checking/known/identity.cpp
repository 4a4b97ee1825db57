#include "engine/checking/known/identity.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <set>

namespace crossfoot {
namespace {

// A key text as it stands between the quotes of a path.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string hex(std::uint64_t number) {
    std::string out(16, '0');
    for (auto digit = out.rbegin(); digit != out.rend(); ++digit, number >>= 4U) *digit = "0123456789abcdef"[number & 15U];
    return out;
}

// Fowler, Noll and Vo's hash with the published 64-bit basis and prime.
std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

// The lines in one order, each once.
std::string joined(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
}

}  // namespace

const std::string& Identities::row_field(NodeId array) {
    const auto [entry, added] = fields_.try_emplace(array);
    if (!added) return entry->second;
    const auto rows = dataset_.children(array);
    if (rows.empty() || dataset_.node(rows[0]).kind != NodeKind::table) return entry->second;
    for (const NodeId field : dataset_.children(rows[0])) {
        const std::string_view key = dataset_.key(field);
        std::set<std::string_view> seen;
        const bool tells_apart = std::all_of(rows.begin(), rows.end(), [&](NodeId row) {
            if (dataset_.node(row).kind != NodeKind::table) return false;
            const NodeId text = dataset_.child(row, key);
            if (text == kNoNode || dataset_.node(text).kind != NodeKind::text) return false;
            return seen.insert(dataset_.text(text)).second;
        });
        if (!tells_apart) continue;
        entry->second = key;
        break;
    }
    return entry->second;
}

// Empty where a row has only its number; a row that stands for many has a name of its own.
std::string Identities::row_name(NodeId row) {
    const NodeId array = dataset_.node(row).parent;
    const Table* table = dataset_.table_at(array);
    if (table == nullptr || !table->streamed) {
        const std::string& field = row_field(array);
        return field.empty() ? field : field + "=" + quoted(dataset_.text(dataset_.child(row, field)));
    }
    std::string out;
    if (dataset_.node(row).key == Dataset::kManyRows) return out;
    for (const TableColumn& column : table->columns) {
        const NodeId cell = dataset_.child(row, column.name);
        if (cell == kNoNode) continue;
        const NodeKind kind = dataset_.node(cell).kind;
        if (kind != NodeKind::text && kind != NodeKind::date) continue;
        const std::string text = kind == NodeKind::text ? dataset_.text(cell) : printed(cell);
        out.append(out.empty() ? "" : ",").append(column.name).append("=").append(quoted(text));
    }
    return out;
}

std::string Identities::path(NodeId node) {
    std::string out;
    add_path(node, out);
    return out;
}

void Identities::add_path(NodeId node, std::string& out) {
    const NodeId parent = dataset_.node(node).parent;
    if (node == Dataset::kRoot || parent == kNoNode) return;
    add_path(parent, out);
    if (dataset_.node(parent).kind == NodeKind::array)
        if (const std::string name = row_name(node); !name.empty()) {
            out.append("[").append(name).append("]");
            return;
        }
    dataset_.add_step(node, out);
}

std::string Identities::value(const Binding& binding) { return binding.node ? path(*binding.node) : binding.value; }

std::string Identities::printed(NodeId node) const {
    switch (dataset_.node(node).kind) {
        case NodeKind::figure: return dataset_.figure(node).printed;
        case NodeKind::text: return dataset_.text(node);
        case NodeKind::date: return iso(dataset_.date(node).first) + "/" + iso(dataset_.date(node).last);
        case NodeKind::truth: return dataset_.node(node).truth ? "true" : "false";
        case NodeKind::table:
        case NodeKind::array: break;
    }
    return {};
}

std::string Identities::identity(const Finding& finding) {
    std::string text = finding.rule + "\n";
    for (const Binding& each : finding.bindings) text += each.name + "=" + value(each) + "\n";
    std::vector<std::string> lines;   // sorted: the order of first use depends on that of tables
    for (const NodeId node : finding.figures.empty() ? finding.read : finding.figures) lines.push_back(path(node) + "\n");
    return digest(text + joined(std::move(lines)));
}

bool Identities::numbered(const Finding& finding) {
    const auto by_number = [](const std::string& path) { return without_rows(path) != path; };
    return std::any_of(finding.bindings.begin(), finding.bindings.end(), [&](const Binding& each) { return by_number(value(each)); }) ||
           std::any_of(finding.figures.begin(), finding.figures.end(), [&](NodeId node) { return by_number(path(node)); });
}

std::string Identities::lines_of(const std::vector<NodeId>& nodes) {
    std::vector<std::string> lines;
    for (const NodeId node : nodes) lines.push_back(path(node) + "=" + printed(node) + "\n");
    return joined(std::move(lines));
}

std::string Identities::fingerprint(const Finding& finding) {
    // by kind first: a figure that becomes a text is another thing, however it prints
    std::string kinds;
    for (const NodeKind kind : {NodeKind::figure, NodeKind::text, NodeKind::date, NodeKind::truth}) {
        std::vector<NodeId> nodes;
        for (const NodeId node : finding.read)
            if (dataset_.node(node).kind == kind) nodes.push_back(node);
        kinds += lines_of(nodes) + "\n";
    }
    return "2:" + digest(kinds + finding.computed);
}

bool Identities::fingerprint_is(const std::string& values, const Finding& finding) {
    if (values.starts_with("2:")) return values == fingerprint(finding);
    const bool figures = !finding.figures.empty() && std::all_of(finding.read.begin(), finding.read.end(), [&](NodeId node) {
        return dataset_.node(node).kind == NodeKind::figure;
    });
    return figures && values == digest(lines_of(finding.figures));
}

std::string without_spaces(std::string_view written) {
    std::string out;
    char within = ' ';   // the sign that ends the text or pattern; none: a space
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (within == ' ') {
            if (c == '#') i = std::min(written.find('\n', i), written.size()) - 1;
            else if (!space) out += c;
            const bool pattern = c == '/' && out.ends_with("matches/");
            if (c == '"' || pattern) within = c;
            continue;
        }
        out += c;
        if (c == '\\' && i + 1 < written.size()) out += written[++i];
        else if (c == within) within = ' ';
    }
    return out;
}

std::string digest(std::string_view text) { return hex(fnv1a(text)); }

std::string without_rows(const std::string& path) {
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        out += path[i];
        if (path[i] != '[') continue;
        std::size_t end = i + 1;
        while (end < path.size() && std::isdigit(static_cast<unsigned char>(path[end])) != 0) ++end;
        if (end < path.size() && path[end] == ']') i = end - 1;
    }
    return out;
}

std::string printed_form(NodeId node, const Dataset& dataset) {
    const Node& it = dataset.node(node);
    switch (it.kind) {
        case NodeKind::figure: return dataset.figure(node).printed;
        case NodeKind::text: return dataset.text(node);
        case NodeKind::truth: return it.truth ? "true" : "false";
        case NodeKind::date:
            return it.span.valid() ? std::string(dataset.sources.text(it.span)) : iso(dataset.date(node).first);
        case NodeKind::table:
        case NodeKind::array: return {};
    }
    return {};
}

}  // namespace crossfoot
