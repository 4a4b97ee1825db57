#include "reports/github.hpp"

#include <algorithm>
#include <array>

#include "reports/causes.hpp"
#include "reports/cells.hpp"
#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/message.hpp"
#include "reports/paths.hpp"
#include "reports/places.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"
#include "reports/worst_first.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostCited = 12;
constexpr std::size_t kShown = 10;  // of each level, for each step

enum class Level : std::uint8_t { error, warning, notice };

Level level_of(Severity severity) {
    if (severity == Severity::info) return Level::notice;
    return severity == Severity::error ? Level::error : Level::warning;
}

Level level_of(const Finding& finding) {
    return finding.verdict == Verdict::contradicted ? level_of(finding.severity) : Level::notice;
}

// The escapes of the runner's parser. What comes from files is cleaned beforehand: line ends are ours alone.
std::string escaped(std::string_view text, bool in_property) {
    std::string out;
    for (const char byte : text) {
        if (byte == '%') out += "%25";
        else if (byte == '\r') out += "%0D";
        else if (byte == '\n') out += "%0A";
        else if (in_property && byte == ':') out += "%3A";
        else if (in_property && byte == ',') out += "%2C";
        else out += byte;
    }
    return out;
}

class Annotations {
public:
    Annotations(const Material& material, const Page& page)
        : material_(material), findings_(material.findings), dataset_(material.dataset), page_(page), places_(material.dataset.sources) {
        page_.color = false;
        page_.width = 0;
    }

    std::string render() {
        for (const Finding* each : worst_first(findings_))
            if (each->verdict != Verdict::holds && each->verdict != Verdict::waived) annotate(*each);
        for (const JointContradiction& each : joint_of(material_)) annotate(each);
        sum_up();
        return std::move(out_);
    }

private:
    void begin(Level level) {
        constexpr std::array<std::string_view, 3> kCommands{"error", "warning", "notice"};
        const auto index = static_cast<std::size_t>(level);
        ++count_.at(index);
        out_.append("::").append(kCommands.at(index));
        separator_ = ' ';
    }
    void property(std::string_view name, std::string_view value) {
        out_.append(1, separator_).append(name).append("=").append(escaped(value, true));
        separator_ = ',';
    }
    void message(const std::string& text) { out_.append("::").append(escaped(text, false)).append("\n"); }

    void point_at(Span place) {
        if (!place.valid()) return;
        const Position from = places_.at(place);
        const Position to = places_.at(place.file, place.end);
        property("file", clean(file_name(place.file)));
        property("line", std::to_string(from.line));
        // Columns mean something on one line only.
        if (from.line != to.line) {
            property("endLine", std::to_string(to.line));
        } else {
            property("col", std::to_string(from.column));
            property("endColumn", std::to_string(to.column));
        }
    }

    void annotate(const Finding& finding) {
        begin(level_of(finding));
        point_at(first_place(finding, findings_.rules.at(finding.rule_index), dataset_));
        property("title", with_standing(clean(finding.rule), finding.standing, page_.language));
        std::string text = clean(statement(finding, dataset_, page_.language));
        append_figures(text, cited_figures(finding));
        for (const Cause& each : causes_of(finding, material_))
            text.append("\n").append(words::likely.in(page_.language)).append(colon(page_.language)).append(" ").append(
                clean(cause_line(each, dataset_, page_.language)));
        message(text);
    }

    void annotate(const JointContradiction& joint) {
        begin(level_of(severity_of(joint, findings_)));
        point_at(first_place(joint, material_));
        property("title", with_standing(std::string(kJointRule), joint.standing, page_.language));
        std::string text = clean(joint_statement(joint, material_, page_.language));
        append_figures(text, joint.figures);
        message(text);
    }

    // A line for each figure, as far as an annotation has room.
    void append_figures(std::string& text, const std::vector<NodeId>& cited) {
        const std::size_t named = std::min(cited.size(), kMostCited);
        for (std::size_t i = 0; i < named; ++i) {
            std::string line = figure_note(cited[i], dataset_, page_.language);
            if (const Span span = dataset_.node(cited[i]).span; span.valid())
                line = Message(words::figure_in, line, place_in_words(span)).in(page_.language);
            text.append("\n").append(clean(line));
        }
        if (cited.size() > named)
            text.append("\n").append(counted(words::more_figures, cited.size() - named, page_.language));
    }

    [[nodiscard]] std::string place_in_words(Span span) {
        return file_name(span.file) + ":" + std::to_string(places_.at(span).line);
    }
    [[nodiscard]] std::string file_name(FileId file) const {
        return repository_path(page_.file_name(dataset_.sources, file));
    }

    void sum_up() {
        std::string text = render_summary(findings_, page_, joint_of(material_).size());
        text.pop_back();
        if (std::any_of(count_.begin(), count_.end(), [](std::size_t count) { return count > kShown; }))
            text.append("\n").append(words::ten_shown.in(page_.language));
        begin(Level::notice);
        property("title", "crossfoot");
        message(text);
    }

    const Material& material_;
    const Findings& findings_;
    const Dataset& dataset_;
    Page page_;
    Places places_;
    std::array<std::size_t, 3> count_{};
    char separator_ = ' ';
    std::string out_;
};

}  // namespace

std::string render_github(const Material& material, const Page& page) { return Annotations(material, page).render(); }

}  // namespace crossfoot::reports
