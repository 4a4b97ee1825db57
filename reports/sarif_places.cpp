#include "reports/sarif_places.hpp"

#include "reports/paths.hpp"

namespace crossfoot::reports {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// The end of a placeholder `{12}` that begins at `at`, or 0.
std::size_t placeholder_end(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end > at + 1 && end < text.size() && text[end] == '}' ? end + 1 : 0;
}

}  // namespace

std::string sarif_text(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '{' ? placeholder_end(text, i) : 0;
        if (end != 0) {
            out.append("{").append(text.substr(i, end - i)).append("}");
            i = end - 1;
        } else if (text[i] == ']' && i + 1 < text.size() && text[i + 1] == '(') {
            out += "\\]";
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string sarif_link_text(std::string_view text) {
    std::string out;
    for (const char byte : sarif_text(text)) {
        // sarif_text has escaped some already; a backslash of the text's own is escaped as well, so nothing is lost
        if (byte == '[' || (byte == ']' && !out.ends_with('\\'))) out += '\\';
        out += byte;
    }
    return out;
}

void sarif_message(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    json.begin_object(kInline);
    json.member("text", text);
    json.end_object();
}

std::string_view sarif_level(ast::Severity severity) {
    if (severity == ast::Severity::info) return "note";
    return severity == ast::Severity::error ? "error" : "warning";
}

void SarifPlaces::artifact_location(FileId file) {
    const std::string name = page_->file_name(dataset_->sources, file);
    json_->key("artifactLocation");
    json_->begin_object(kInline);
    json_->member("uri", uri_of(name));
    if (!name.starts_with('/')) json_->member("uriBaseId", "SRCROOT");
    json_->member("index", std::uint64_t{file});
    json_->end_object();
}

void SarifPlaces::artifacts() {
    json_->key("artifacts");
    json_->begin_array();
    for (FileId file = 0; file < dataset_->sources.size(); ++file) {
        const std::string name = page_->file_name(dataset_->sources, file);
        json_->begin_object(kInline);
        json_->key("location");
        json_->begin_object();
        json_->member("uri", uri_of(name));
        if (!name.starts_with('/')) json_->member("uriBaseId", "SRCROOT");
        json_->end_object();
        json_->member("length", std::uint64_t{dataset_->sources.file(file).text().size()});
        json_->key("roles");
        json_->begin_array();
        // The dataset is what is analysed; the rules are how.
        json_->text(file < page_->dataset_files ? "analysisTarget" : "userSpecifiedConfiguration");
        json_->end_array();
        json_->member("encoding", "utf-8");
        json_->end_object();
    }
    json_->end_array();
}

void SarifPlaces::physical(Span span) {
    json_->key("physicalLocation");
    json_->begin_object(kInline);
    artifact_location(span.file);
    region("region", span);
    json_->end_object();
}

void SarifPlaces::region(std::string_view key, Span span) {
    const Position from = places_.at(span);
    const Position to = places_.at(span.file, span.end);
    json_->key(key);
    json_->begin_object(kInline);
    json_->member("startLine", std::uint64_t{from.line});
    json_->member("startColumn", std::uint64_t{from.column});
    if (to.line != from.line) json_->member("endLine", std::uint64_t{to.line});
    json_->member("endColumn", std::uint64_t{to.column});
    json_->end_object();
}

}  // namespace crossfoot::reports
