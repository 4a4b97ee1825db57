#include "engine/checking/columns/unlisted_rows.hpp"

#include <unordered_set>

#include "engine/checking/known/identity.hpp"
#include "engine/checking/row_runner.hpp"
#include "engine/dataset/table/scratch_row.hpp"

namespace crossfoot::columns {
namespace {

class VisitRows {
public:
    VisitRows(const Dataset& dataset, const BoundRule& rule, const Table& table, const PassResult& found, const RuleResult& result,
          CheckOptions check, const SeeFinding& see)
        : copy_(dataset), rule_(rule), table_(table), found_(found), see_(see), program_(compile(rule, table, copy_, check.known)),
          scratch_(copy_, table), identities_(copy_), runner_(copy_, quiet(std::move(check))), columns_(table, copy_.units),
          programs_(table, copy_.units) {
        for (const Candidate& each : result.listed) listed_.insert(each.place());
    }

    void go() {
        const table::Progress none;
        table::Reading reading(table_, none);
        table::Taken taken;
        while (reading.next(block_, fields_, taken)) {
            columns_.read(block_, fields_, taken.problems, 0, taken.wrong);
            if (taken.wrong > 0 || block_.number >= found_.first_row.size() || !visit_block()) return;
        }
    }

private:
    static CheckOptions quiet(CheckOptions options) {
        options.keep_holding = false;
        return options;
    }

    bool visit_block() {
        if (program_.where) programs_.run(*program_.where, columns_, true, where_);
        programs_.run(*program_.body, columns_, false, body_);
        for (std::size_t row = 0; row < fields_.rows(); ++row) {
            const bool in = !program_.where || where_.yes[row] != 0;
            if ((program_.where && where_.no[row] != 0) || (in && body_.yes[row] != 0)) continue;
            if (!listed_.contains(place_of(block_.number, row)) && !visit_row(row)) return false;
        }
        return true;
    }

    bool visit_row(std::size_t row) {
        // all cells: texts and dates are the row's name
        for (std::size_t column = 0; column < table_.columns.size(); ++column) scratch_.set(column, columns_.value(row, column));
        const std::uint64_t number = found_.first_row[block_.number] + row;
        const NodeId node = scratch_.node();
        copy_.edit(node).key = static_cast<std::uint32_t>(number);
        Findings& out = runner_.out();
        out.findings.clear();
        out.rules.clear();
        out.summary = {};
        runner_.rows(rule_, {&node, 1});
        for (Finding& each : out.findings) {
            if (each.verdict == Verdict::holds || each.verdict == Verdict::vacuous) continue;
            if (!see_(each, identities_)) return false;
        }
        return true;
    }

    Dataset copy_;
    const BoundRule& rule_;
    const Table& table_;
    const PassResult& found_;
    const SeeFinding& see_;
    Program program_;
    table::ScratchRow scratch_;
    Identities identities_;
    RowRunner runner_;
    table::BlockColumns columns_;
    Runner programs_;
    table::Block block_;
    table::Fields fields_;
    Masks where_, body_;
    std::unordered_set<std::uint64_t> listed_;
};

}  // namespace

void visit_unlisted_rows(const Dataset& dataset, const BoundRule& rule, const Table& table, const PassResult& found,
                         const RuleResult& result, const CheckOptions& check, const SeeFinding& see) {
    VisitRows(dataset, rule, table, found, result, check, see).go();
}

}  // namespace crossfoot::columns
