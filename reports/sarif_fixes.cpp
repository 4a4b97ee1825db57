#include "reports/sarif_fixes.hpp"

#include <algorithm>
#include <map>

#include "reports/message.hpp"

namespace crossfoot::reports {
namespace {

struct Replacement {
    Span span;
    std::string text;
};

// As a number of TOML: "- 1 234,5" in French is -1234.5. Nothing where that is not all there is to it.
std::optional<std::string> bare_number(std::string_view print, Language language) {
    std::string out;
    const auto skip = [&](std::string_view what) {
        if (!print.starts_with(what)) return false;
        print.remove_prefix(what.size());
        return true;
    };
    bool point = false;
    while (!print.empty()) {
        if (skip(" ") || skip("\u00A0") || skip("\u202F")) continue;
        if (language == Language::en && skip(",")) continue;
        const char next = print.front();
        print.remove_prefix(1);
        if (next >= '0' && next <= '9') out += next;
        else if ((next == '-' || next == '+') && out.empty()) out += next;
        else if (next == (language == Language::fr ? ',' : '.') && !point && !out.empty() && !print.empty())
            out += '.', point = true;
        else return std::nullopt;
    }
    const bool sign = !out.empty() && (out[0] == '-' || out[0] == '+');
    const std::string_view digits = std::string_view(out).substr(sign ? 1 : 0);
    // TOML takes neither an empty number nor one with a leading zero.
    if (digits.empty() || (digits.size() > 1 && digits[0] == '0' && digits[1] != '.')) return std::nullopt;
    return out;
}

bool plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        return c == '"' || c == '\'' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
}

// All of a cause, or nothing: half an exchange would be another mistake.
std::vector<Replacement> replacements(const Cause& cause, const Dataset& dataset) {
    if (cause.print.empty()) return {};
    std::vector<std::pair<NodeId, std::string>> prints{{cause.figure, cause.print}};
    if (cause.kind == CauseKind::figures_exchanged || cause.kind == CauseKind::years_exchanged)
        prints.emplace_back(cause.other, printed_form(cause.figure, dataset));
    std::vector<Replacement> out;
    for (const auto& [figure, print] : prints) {
        if (figure == kNoNode) return {};
        const auto text = source_for(figure, print, dataset);
        if (!text) return {};
        out.push_back({dataset.node(figure).span, *text});
    }
    return out;
}

}  // namespace

std::optional<std::string> source_for(NodeId figure, const std::string& print, const Dataset& dataset) {
    const Span span = dataset.node(figure).span;
    if (!span.valid() || !dataset.sources.file(span.file).name().ends_with(".toml")) return std::nullopt;
    const std::string_view source = dataset.sources.text(span);
    const std::string printed = printed_form(figure, dataset);
    for (const char* quote : {"\"", "'"})
        if (source == quote + printed + quote && plain(printed) && plain(print)) return quote + print + quote;
    // A bare number is printed as the file has it, or in the manner of the language.
    const Language language = printed == source ? Language::en : dataset.manifest.language;
    if (printed == source && print.find(',') != std::string::npos) return std::nullopt;
    if (bare_number(printed, language) == source) return bare_number(print, language);
    return std::nullopt;
}

void write_fixes(JsonWriter& json, SarifPlaces& places, std::span<const Cause> causes, const Dataset& dataset,
                 Language language) {
    bool begun = false;
    for (const Cause& cause : causes) {
        std::map<FileId, std::vector<Replacement>> by_file;
        for (Replacement& each : replacements(cause, dataset)) by_file[each.span.file].push_back(std::move(each));
        if (by_file.empty()) continue;
        if (!begun) json.key("fixes"), json.begin_array();
        begun = true;
        json.begin_object();
        sarif_message(json, "description", sarif_text(cause_line(cause, dataset, language)));
        json.key("artifactChanges");
        json.begin_array();
        for (const auto& [file, all] : by_file) {
            json.begin_object();
            places.artifact_location(file);
            json.key("replacements");
            json.begin_array();
            for (const Replacement& each : all) {
                json.begin_object(kInline);
                places.region("deletedRegion", each.span);
                sarif_message(json, "insertedContent", each.text);
                json.end_object();
            }
            json.end_array();
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    if (begun) json.end_array();
}

}  // namespace crossfoot::reports
