// A small report with its rules and findings made by hand, so that renderers are tested without an evaluation.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "engine/checking/findings.hpp"
#include "reports/page.hpp"

namespace crossfoot::testing {

class Report {
public:
    // The files of a dataset and the text of its rules (rules/rules.xf).
    Report(std::vector<std::pair<std::string, std::string>> files, std::string rules);

    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    // The node at a path of keys and element numbers ("infractions/0/evolution"). Throws where there is none.
    [[nodiscard]] NodeId node(std::string_view path) const;
    // Makes the figure at that path look otherwise; its values stay.
    void print(std::string_view path, std::string printed) { dataset_->edit_figure(node(path)).printed = std::move(printed); }
    // A unit to show sides in.
    UnitId intern(Unit unit) { return dataset_->units.intern(std::move(unit)); }
    // The n-th place where the text stands in the rules.
    [[nodiscard]] Span in_rules(std::string_view text, std::size_t n = 0) const;

    // A rule whose declaration is `head` followed by `body` in the rules' text.
    std::uint32_t rule(const std::string& id, std::string_view declaration, std::string_view body,
                       const std::string& title = {});
    // A finding of that rule; figures by path.
    Finding& finding(std::uint32_t rule, Verdict verdict, const std::vector<std::string_view>& figures);
    // A side computed from figures by path.
    [[nodiscard]] Side side(const std::string& text, const Interval& range, std::optional<Rational> printed,
                            const std::vector<std::string_view>& figures, const std::string& unit) const;

    Findings findings;

private:
    std::unique_ptr<Dataset> dataset_;
    FileId rules_ = kNoFile;
    std::set<NodeId> used_;
};

// The agencies of the Pas-de-Calais: a contradiction between two files, an unverifiable total, a truncated
// sum, a rule that checks nothing, one that holds.
[[nodiscard]] Report agencies();

[[nodiscard]] reports::Page plain_page(Language language);

}  // namespace crossfoot::testing
