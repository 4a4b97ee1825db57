#include "engine/checking/columns/check_tables.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "engine/checking/binding/binder.hpp"
#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/columns/keyed_rules.hpp"
#include "engine/checking/columns/orders.hpp"
#include "engine/checking/columns/overalls.hpp"
#include "engine/checking/columns/rollups.hpp"
#include "engine/checking/columns/series.hpp"
#include "engine/checking/columns/unlisted_rows.hpp"
#include "engine/checking/messages.hpp"
#include "engine/checking/row_runner.hpp"
#include "engine/dataset/table/messages.hpp"

namespace crossfoot {
namespace {

struct Streamed {
    const Table* table = nullptr;
    std::vector<const BoundRule*> rules;  // over its rows
    bool whole = false;                   // a rule needs all rows at once
    columns::PassResult found;
    bool too_large = false;
};

class Tables {
public:
    Tables(Dataset& dataset, const CheckOptions& options, const TableOptions& tables)
        : dataset_(dataset), options_(options), tables_(tables), tables_streamed_(streamed_tables(dataset)),
          keyed_(dataset, options_, tables_, tables_streamed_), rollups_(dataset, tables_, tables_streamed_),
          overalls_(dataset, tables_, tables_streamed_), orders_(dataset, tables_streamed_),
          series_(dataset, options_, tables_, tables_streamed_) {
        for (const Table* each : tables_streamed_) streamed_[each->rows].table = each;
    }

    // Of a rule of the run, after it.
    void visit(const BoundRule& rule, const SeeFinding& see) {
        const auto over = over_rows_.find(&rule);
        if (keyed_.visit(rule, see) || series_.visit(rule, see) || over == over_rows_.end()) return;
        const Streamed& rows = streamed_.at(over->second);
        columns::visit_unlisted_rows(dataset_, rule, *rows.table, rows.found, result_of(rule, rows), options_, see);
    }

    std::optional<Findings> run(const BoundRules& rules, Diagnostics& diagnostics) {
        for (const auto& rule : rules.rules) assign(*rule);
        work_out(diagnostics);
        std::map<NodeId, const columns::PassResult*> passes;
        for (auto& [array, each] : streamed_) {
            columns::PassAsked asked{each.rules, {}, {}};
            keyed_.ask(array, asked);
            rollups_.ask(array, asked);
            overalls_.ask(array, asked);
            orders_.ask(array, asked);
            series_.ask(array, asked);
            each.found = columns::pass(dataset_, *each.table, asked, options_, tables_);
            if (each.found.wrong > 0) refuse(each, diagnostics);
            passes[array] = &each.found;
        }
        if (diagnostics.has_errors()) return std::nullopt;
        auto open = series_.judge(passes);
        for (const BoundRule* each : series_.judged()) keyed_.drop(*each);
        std::erase_if(open, [&](const auto& each) { return keyed_.has(*each.first); });
        for (auto& [rule, arrays] : open) need(*rule, arrays);
        for (auto& [rule, arrays] : keyed_.judge(passes)) need(*rule, arrays);
        for (auto& [rule, arrays] : rollups_.judge(passes)) need(*rule, arrays);
        for (auto& [rule, arrays] : orders_.judge(passes)) need(*rule, arrays);
        if (changed(diagnostics)) return std::nullopt;
        for (auto& [array, each] : streamed_) hold(array, each, diagnostics);
        if (changed(diagnostics)) return std::nullopt;
        rollups_.hold(nodes_);
        Findings out = find(rules);
        if (changed(diagnostics)) return std::nullopt;
        return out;
    }

private:
    static std::vector<const Table*> streamed_tables(const Dataset& dataset) {
        std::vector<const Table*> out;
        for (const auto& each : dataset.tables)
            if (each.streamed) out.push_back(&each);
        return out;
    }

    void need(const BoundRule& rule, const std::set<NodeId>& arrays) {
        for (const NodeId each : arrays) streamed_[each].whole = true;
        whole_[&rule] = arrays;
    }

    static bool is_row_before(const Core& core) { return core.op == Op::call && core.function == Function::prior; }

    // Does it ask for the row before one of a streamed table? Rows that pass one by one do not say.
    bool asks_before(const Core& core) const {
        if (is_row_before(core) && (core.node == kNoNode || streamed_.contains(core.node))) return true;
        return std::any_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return each && asks_before(*each); });
    }
    bool asks_before(const BoundRule& rule) const {
        const auto in = [&](const CorePtr& each) { return each && asks_before(*each); };
        const auto in_clause = [&](const CoreFor& each) { return in(each.domain) || in(each.high) || in(each.where); };
        return in(rule.body) || std::any_of(rule.fors.begin(), rule.fors.end(), in_clause) ||
               std::any_of(rule.title.begin(), rule.title.end(), [&](const CoreTitlePiece& each) { return in(each.path); });
    }

    // The streamed tables whose rows an expression may reach.
    void touched(const Core& core, std::set<NodeId>& out) const {
        if (core.op == Op::node)
            for (const auto& [array, each] : streamed_)
                for (NodeId at = array; at != kNoNode; at = dataset_.node(at).parent)
                    if (at == core.node) out.insert(array);
        if (is_row_before(core))
            for (const auto& [array, each] : streamed_)
                if (core.node == array || core.node == kNoNode) out.insert(array);
        for (const CorePtr& each : core.args)
            if (each) touched(*each, out);
    }

    void assign(const BoundRule& rule) {
        if (rule.by_form) return;   // no row is looked at
        std::set<NodeId> needed;
        touched(*rule.body, needed);
        for (const CoreTitlePiece& piece : rule.title)
            if (piece.path) touched(*piece.path, needed);
        for (std::size_t i = 0; i < rule.fors.size(); ++i) {
            const CoreFor& clause = rule.fors[i];
            if (i > 0) touched(*clause.domain, needed);
            if (clause.high) touched(*clause.high, needed);
            if (clause.where) touched(*clause.where, needed);
        }
        if (needed.empty() && judge_rows(rule)) return;
        if (!rule.fors.empty()) touched(*rule.fors[0].domain, needed);
        if (needed.empty()) return;
        const auto taken_otherwise = [&] {
            return rollups_.take(rule, columns::RollKeys::texts) || orders_.take(rule) || overalls_.take(rule) ||
                   rollups_.take(rule, columns::RollKeys::texts_and_figures);
        };
        // a series whose rows are too many for the plain evaluator may still be one of keys
        const bool series = series_.take(rule);
        const bool taken = keyed_.take(rule) || series || (!asks_before(rule) && taken_otherwise());
        if (!taken) need(rule, needed);
    }

    // Where its first `for` runs over all rows of a streamed table, it is judged as they pass.
    bool judge_rows(const BoundRule& rule) {
        const Table* table = rule.fors.empty() || rule.fors[0].range ? nullptr : streamed_rows(*rule.fors[0].domain, tables_streamed_);
        if (table == nullptr) return false;
        streamed_[table->rows].rules.push_back(&rule);
        over_rows_[&rule] = table->rows;
        return true;
    }

    // Numbers over whole tables; what they leave of a rule is one over rows, or over none.
    void work_out(Diagnostics& diagnostics) {
        overalls_.work_out(options_, diagnostics);
        options_.known = &overalls_.numbers();
        for (const BoundRule* rule : overalls_.rules()) {
            if (overalls_.has(*rule)) {
                (void)judge_rows(*rule);
                continue;
            }
            std::set<NodeId> arrays = overalls_.arrays(*rule);
            if (!rule->fors.empty()) touched(*rule->fors[0].domain, arrays);
            need(*rule, arrays);
        }
    }

    void refuse(Streamed& each, Diagnostics& diagnostics) {
        const std::size_t told = each.found.problems.size();
        std::vector<table::Problem> all = each.found.problems;
        all.insert(all.end(), each.found.warnings.begin(), each.found.warnings.end());
        (void)table::hold(dataset_, *each.table, each.found.headers, {}, all, each.found.first_line, diagnostics);
        if (each.found.wrong > told)
            diagnostics.add(Code::XF115, each.table->span,
                            Message(say::table_errors_left, each.table->name, each.found.wrong - told));
    }

    // What was read in several passes was not one table: it is told, and nothing is judged.
    bool changed(Diagnostics& diagnostics) const {
        bool out = false;
        for (const Table* table : tables_streamed_) out = table::tell_changes(*table, diagnostics) || out;
        return out;
    }

    void hold(NodeId array, Streamed& each, Diagnostics& diagnostics) {
        std::map<std::uint64_t, table::HeldRow> rows;
        for (const columns::RuleResult& result : each.found.rules) {
            for (const columns::Candidate& row : result.listed) {
                const std::uint64_t number = each.found.first_row[row.block] + row.row;
                rows.try_emplace(
                    number, table::HeldRow{number, row.part, each.found.first_line[row.block] + row.line, row.text});
            }
        }
        each.too_large = each.whole && each.found.rows > tables_.rows_held;
        if (each.whole && !each.too_large) read_all(*each.table, each.found, rows);
        keyed_.add_rows(each.table->rows, rows);
        rollups_.add_rows(each.table->rows, rows);
        orders_.add_rows(each.table->rows, rows);
        series_.add_rows(each.table->rows, rows);
        overalls_.add_rows(each.table->rows, rows);
        std::vector<table::HeldRow> all;
        for (auto& [number, row] : rows) all.push_back(std::move(row));
        std::vector<NodeId> nodes =
            table::hold(dataset_, *each.table, each.found.headers, all, each.found.warnings, each.found.first_line, diagnostics);
        if (each.found.warned > each.found.warnings.size())
            diagnostics.add(Code::XF124, each.table->span,
                            Message(table::messages::more_machine_prints, each.table->name, each.found.warned - each.found.warnings.size()));
        std::map<std::uint64_t, NodeId>& by_number = nodes_[array];
        for (std::size_t i = 0; i < nodes.size(); ++i) by_number[all[i].number] = nodes[i];
        overalls_.place(array, by_number);
        dataset_.set_children(each.table->rows, std::move(nodes));
    }

    static void read_all(const Table& table, const columns::PassResult& found,
                         std::map<std::uint64_t, table::HeldRow>& rows) {
        columns::RowWalk walk(table, found);
        while (walk.next()) rows.try_emplace(walk.number(), walk.held());
    }

    Findings find(const BoundRules& rules) {
        RowRunner runner(dataset_, options_);
        for (const auto& each : rules.rules) {
            const BoundRule& rule = *each;
            if (keyed_.find(rule, nodes_, runner.out()) || rollups_.find(rule, runner) ||
                orders_.find(rule, nodes_, runner) || series_.find(rule, nodes_, runner))
                continue;
            if (const auto over = over_rows_.find(&rule); over != over_rows_.end())
                rows(rule, streamed_.at(over->second), runner);
            else if (const Streamed* large = too_large(rule)) columns::add_refusal(
                    rule, Message(say::table_too_large, large->table->name, large->found.rows, tables_.rows_held), runner.out());
            else runner.whole(rule);
        }
        Findings out = std::move(runner.out());
        for (const auto& [id, title] : rules.groups) out.groups.push_back({id, title});
        Summary& sum = out.summary;
        sum.rules = out.rules.size();
        sum.unread = dataset_.unread_count();
        sum.figures = sum.figures_checked = 0;
        for (const auto& [array, each] : streamed_) {
            sum.figures += each.found.figures;
            sum.figures_checked += each.found.figures_checked;
            for (const NodeId node : each.found.used) out.figure_checked[node] = 1;
        }
        // figures of the tree; the rows of streamed tables were counted as they passed
        for (NodeId node = 0; node < dataset_.node_count(); ++node) {
            if (dataset_.node(node).kind != NodeKind::figure || dataset_.node(node).manifest) continue;
            const NodeId row = dataset_.node(node).parent;
            const bool of_stream = row != kNoNode && streamed_.contains(dataset_.node(row).parent);
            if (of_stream) continue;
            ++sum.figures;
            sum.figures_checked += out.figure_checked[node];
        }
        return out;
    }

    static const columns::RuleResult& result_of(const BoundRule& rule, const Streamed& table) {
        return table.found.rules[static_cast<std::size_t>(std::find(table.rules.begin(), table.rules.end(), &rule) - table.rules.begin())];
    }

    void rows(const BoundRule& rule, const Streamed& table, RowRunner& runner) const {
        const columns::RuleResult& result = result_of(rule, table);
        std::vector<NodeId> nodes;
        for (const columns::Candidate& row : result.listed)
            nodes.push_back(nodes_.at(table.table->rows).at(table.found.first_row[row.block] + row.row));
        Findings& out = runner.out();
        Summary sum = out.summary;
        const std::size_t before = out.findings.size();
        const Summary& counted = result.summary;
        if (nodes.empty() && counted.instances > 0) out.rules.push_back(rule.info);
        else runner.rows(rule, nodes);
        sum.add_instances(counted);
        sum.vacuous = out.summary.vacuous;
        out.summary = sum;
        RuleInfo& info = out.rules.back();
        info.instances = static_cast<std::uint32_t>(counted.instances);
        info.one_by_one = result.one_by_one;
        if (counted.instances == 0) return;
        const std::uint64_t all =
            counted.contradicted + counted.unverifiable + (options_.keep_holding ? counted.holds : 0);
        info.unlisted = all - (out.findings.size() - before);
        info.left = result.found;
        info.left.unverifiable = counted.unverifiable;
        info.left.add(Verdict::contradicted, rule.info.severity, counted.contradicted - result.found.contradictions());
        Tally listed;
        for (std::size_t i = before; i < out.findings.size(); ++i) listed.add(out.findings[i].verdict, out.findings[i].severity);
        info.left.remove(listed);
    }

    const Streamed* too_large(const BoundRule& rule) const {
        const auto found = whole_.find(&rule);
        if (found == whole_.end()) return nullptr;
        for (const NodeId array : found->second)
            if (streamed_.at(array).too_large) return &streamed_.at(array);
        return nullptr;
    }

    Dataset& dataset_;
    CheckOptions options_;
    TableOptions tables_;
    std::vector<const Table*> tables_streamed_;
    std::map<NodeId, Streamed> streamed_;                 // by array
    std::map<const BoundRule*, NodeId> over_rows_;        // rules over the rows of one of them
    std::map<const BoundRule*, std::set<NodeId>> whole_;  // rules that need some of them as a whole
    columns::KeyedRules keyed_;
    columns::Rollups rollups_;
    columns::Overalls overalls_;
    columns::Orders orders_;
    columns::Series series_;
    columns::HeldNodes nodes_;
};

}  // namespace

CheckResult check_tables(Dataset& dataset, const RuleSet& rules, const CheckOptions& options,
                         const TableOptions& tables) {
    const bool any =
        std::any_of(dataset.tables.begin(), dataset.tables.end(), [](const auto& each) { return each.streamed; });
    if (!any) return check(dataset, rules, options);
    CheckResult out;
    const Wanted wanted = [&](const RuleInfo& info) { return selected(info, options); };
    const auto bound = std::make_shared<const BoundRules>(bind_rules(dataset, rules, out.diagnostics, RulesRead::whole, wanted));
    const auto run = std::make_shared<Tables>(dataset, options, tables);
    if (!out.diagnostics.has_errors()) out.findings = run->run(*bound, out.diagnostics);
    out.diagnostics.sort(dataset.sources);
    if (!out.findings) return out;
    const auto& all = out.findings->rules;
    if (std::any_of(all.begin(), all.end(), [](const RuleInfo& each) { return each.left.all() > 0; }))
        out.findings->unlisted = [bound, run](std::uint32_t index, const SeeFinding& see) {
            run->visit(*bound->rules.at(index), [&](Finding& finding, Identities& identities) {
                finding.rule_index = index;
                return see(finding, identities);
            });
        };
    return out;
}

}  // namespace crossfoot
