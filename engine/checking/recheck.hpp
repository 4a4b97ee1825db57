// Checking again, and again: rules are bound and their instances found once; then any of them can be evaluated as if
// some figures were printed differently. Takes a dataset and its rules; gives every instance with its verdict and the
// figures it uses, and verdicts, findings and statements under changes. The dataset given is not touched: a copy is
// kept, whose units grow with the prints read. Results depend on nothing but the arguments.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/checking/check.hpp"
#include "engine/checking/statement.hpp"

namespace crossfoot {

// One figure as if it were another: of the same dimension, and neither of them missing or suppressed. Its unit must come
// from Rechecker::read, restyle or the dataset.
struct Change {
    NodeId node = kNoNode;
    Figure figure;
};

// An instance as the dataset stands.
struct Instance {
    std::uint32_t rule = 0;              // into rules()
    std::vector<Binding> bindings;
    Verdict verdict = Verdict::holds;    // holds, contradicted or unverifiable
    std::vector<NodeId> figures;         // every figure it uses, in order of first use; outside the manifest
};

// An instance under changes.
struct Rechecked {
    InstanceId instance = kNoInstance;
    Verdict verdict = Verdict::holds;
    Truth certain = Truth::unknown;
    bool gone = false;                   // a `for` or `where` does not bind it any more; the verdict is `holds`
};

// What changes do to the whole report.
struct Consequences {
    std::vector<InstanceId> cleared;     // contradicted before, and holds
    std::vector<InstanceId> vanished;    // contradicted before, and no `for` or `where` binds it any more
    std::vector<InstanceId> broken;      // held before and is contradicted
    std::vector<InstanceId> unsettled;   // could be computed before and cannot any more
    std::size_t appeared = 0;            // contradicted instances that were not bound before
    [[nodiscard]] bool breaks_nothing() const { return broken.empty() && unsettled.empty() && appeared == 0; }
};

class Rechecker {
public:
    // `options` as for check (what is kept does not matter); `rules` must outlive it. Rules with errors: ready() is false, nothing else is called.
    Rechecker(const Dataset& dataset, const RuleSet& rules, const CheckOptions& options = {});
    ~Rechecker();
    Rechecker(Rechecker&&) noexcept;
    Rechecker& operator=(Rechecker&&) noexcept;

    [[nodiscard]] bool ready() const;
    // The copy, with no change in force.
    [[nodiscard]] const Dataset& dataset() const;
    // Those selected, by id; Instance::rule and Finding::rule_index are places in it.
    [[nodiscard]] const std::vector<RuleInfo>& rules() const;
    // Rules that look at streamed tables have no instances here: their rows are not at hand. Nor have those of which each
    // instance looks at a table as a whole, of more than Kept::kFew rows: a change would mean all of them anew.
    [[nodiscard]] bool left_out(std::uint32_t rule) const;
    // By InstanceId: the numbers that Finding::instance has in a check with the same options, where no rule is left out.
    [[nodiscard]] std::span<const Instance> instances() const;
    // The instances that use a figure, ascending; where it takes part in a rule's `for` or `where`, all of that rule's.
    [[nodiscard]] std::span<const InstanceId> using_figure(NodeId node) const;
    // The union of that over several figures: the instances whose verdict a change of these can touch.
    [[nodiscard]] std::vector<InstanceId> touched(std::span<const Change> changes) const;

    // The verdicts of `instances` with `changes` in force, in the order asked for. A rule whose `for` or `where` looks at a
    // changed figure is bound again; its instances are known by their bindings.
    [[nodiscard]] std::vector<Rechecked> with(std::span<const Change> changes, std::span<const InstanceId> instances);
    // All that `changes` do: every instance touched is evaluated.
    [[nodiscard]] Consequences consequences(std::span<const Change> changes);
    // The whole finding of an instance with `changes` in force. Nothing where it is gone.
    [[nodiscard]] std::optional<Finding> finding(InstanceId instance, std::span<const Change> changes = {});
    // What an instance asserts, as the dataset stands or with changes in force. One that is gone asserts nothing.
    [[nodiscard]] Statement statement(InstanceId instance, std::span<const Change> changes = {},
                                      MissingFigures missing = MissingFigures::left_out);
    // Would it hold if every change(old, new) in it had been divided by the new value?
    [[nodiscard]] bool holds_by_new_value(InstanceId instance);

    // The text by which the figure at `node` is read there: its print, or where the dataset shows it otherwise (`printed`) the
    // value that is declared. Nothing where how it is read cannot be told.
    [[nodiscard]] std::optional<std::string> written(NodeId node);
    // The figure that `print` would be in the place of `node`, under the declarations in force there. Nothing where it is
    // no figure, or one of another dimension, or how the place is read cannot be told from the figure that stands there.
    [[nodiscard]] std::optional<Figure> read(NodeId node, std::string_view print);
    // The figure with `value` (base units) printed as the one at `node` is: as many decimals, the same unit, grouping and
    // manner of signs; `value` is rounded to what that print can show. Nothing for missing, suppressed, qualified ones.
    [[nodiscard]] std::optional<Figure> restyle(NodeId node, const Rational& value);

private:
    class Self;
    std::unique_ptr<Self> self_;
};

}  // namespace crossfoot
