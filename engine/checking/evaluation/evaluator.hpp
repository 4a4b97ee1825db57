// Evaluates the instances of bound rules over a dataset. One Evaluator serves a whole run; each instance starts
// with begin(). First a verdict is found; only where it is to be shown is the instance evaluated again with
// recording, which keeps the relations judged and their terms.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/evaluation/kept.hpp"
#include "engine/checking/evaluation/relation.hpp"
#include "engine/checking/evaluation/value.hpp"

namespace crossfoot {

// One relation as it was judged; the sides are those of the pair that shows it.
struct Record {
    bool possible = true;
    std::optional<ast::Comparison> comparison;   // none: no numeric relation (texts, dates, presence)
    Operand left, right;
    std::vector<TermId> sides;                   // all of the relation
    std::string left_text, right_text;
    Dimension dimension;                         // of its sides
    std::optional<Unit> literal;                 // the unit of a literal among them
    bool varies = false;                         // members of several units: the dimension is that of its figures
    bool exactly = false;                        // taken at the printed values
    std::string within;                          // its tolerance as the rule writes it
    bool same_print = false;                     // no allowance: judged by print
    std::optional<Interval> difference;          // left less right, of one that fails though the ranges of its sides meet
    Message reason;                              // of one that is no numeric relation and fails
    Message note;                                // said beside it
};

// A relation that an instance asserts for sure: no `not`, `or`, `some` or uncertain `if` stands above it.
struct Asserted {
    Comparing comparing;
    bool exactly = false;                        // of the printed values
    Span span;
};

class Evaluator {
public:
    // Steps of one instance and the length of its numbers: Terms says.
    static constexpr std::int64_t kMostOfRange = 200'000;        // whole numbers of a range that an aggregate, `all` or `any` is over
    static constexpr std::size_t kMostSame = 100'000;            // members of one same(…)
    static constexpr std::int64_t kMostTries = 100'000;          // of a `some`

    Evaluator(const Dataset& dataset, const SourceMap& sources)
        : dataset_(dataset), sources_(sources), terms_(dataset), used_mark_(dataset.node_count(), 0) {}

    // From now on, until forget(), only instances of `rule` are evaluated, and the dataset stays as it is: what they have in
    // common is worked out once (kept.hpp). `known`: numbers over rows that are not in the tree.
    // `names_all`: the figures that choose among few rows are used by every instance.
    void keep_for(const BoundRule& rule, const KeptNumbers* known = nullptr, bool names_all = true);
    void forget();
    // Expressions that are worked out once since the last forget(), not anew in each instance.
    [[nodiscard]] std::size_t worked_out_once() const;
    // The figures that what is kept was worked out from, which are not among those an instance used; each told once.
    [[nodiscard]] std::vector<NodeId> take_common() { return std::exchange(common_, {}); }
    // Is something kept that figures decide? Else what is kept outlasts a change of figures.
    [[nodiscard]] bool summarised() const { return summarised_; }

    // A new instance, with so many locals.
    void begin(Slot slots, bool recording);
    // From begin() on: keeps what the instance asserts (engine/checking/statement.hpp).
    void keep_assertions() { stating_ = true; }
    [[nodiscard]] const std::vector<Asserted>& asserted() const { return asserted_; }
    // The figures that decide by more than standing in an asserted relation: in conditions, as keys or texts, below
    // connectives. Each may stand several times.
    [[nodiscard]] const std::vector<NodeId>& deciding() const { return deciding_; }
    // Of these, those that were looked at in the condition of a filter. Each may stand several times.
    [[nodiscard]] const std::vector<NodeId>& keys() const { return keys_; }
    // Until it is taken back, change(old, new) is divided by the new value, as a report may have done by mistake.
    void divide_by_new_value(bool on) { by_new_value_ = on; }
    void set(Slot slot, Value value) { slots_[slot] = std::move(value); }
    [[nodiscard]] const Value& get(Slot slot) const { return slots_[slot]; }
    // Locals survive begin() only as nodes, constants, texts and dates.
    [[nodiscard]] std::vector<Value>& slots() { return slots_; }

    [[nodiscard]] Judgement truth(const Core& core);
    // Decided on printed values; unknown where a missing figure is needed.
    [[nodiscard]] Judgement condition(const Core& core);
    // The members that a `for` or an aggregate runs over. `children`: a table stands for its children.
    [[nodiscard]] std::variant<Failure, std::vector<Value>> members(const Core& core, bool children);
    // Both ends of a range of whole numbers; high none: unbounded.
    struct Whole { Rational low; std::optional<Rational> high; };
    [[nodiscard]] std::variant<Failure, Whole> whole_range(const Core& low, const Core* high);
    // The number of a closed expression of a rule at printed values; nothing where there is none. used() then tells of what.
    [[nodiscard]] std::optional<Rational> printed_number(const BoundRule& rule, const Core& core, const KeptNumbers* known);
    // As the report prints it.
    [[nodiscard]] std::string printed(const Core& core);
    [[nodiscard]] std::string printed(const Value& value);

    // Counts a figure as used by the instance.
    void use(NodeId node);
    // Figures, texts, dates and truths that were looked at since begin(), each as often; of a filter those of the rows that it
    // chose. Only where it was asked for: while recording, or by keep_read().
    [[nodiscard]] const std::vector<NodeId>& read() const { return read_; }
    void keep_read(bool on) { reading_ = on; }
    void note_read(NodeId node) { if (reading_) read_.push_back(node); }
    // What the instance used, in order of first use.
    [[nodiscard]] const std::vector<NodeId>& used() const { return used_; }
    [[nodiscard]] const std::vector<NodeId>& missing() const { return missing_; }
    [[nodiscard]] const std::vector<std::string>& absent() const { return absent_; }
    [[nodiscard]] const std::vector<Record>& records() const { return records_; }
    [[nodiscard]] std::uint32_t left_out() const { return static_cast<std::uint32_t>(left_out_.size()); }
    [[nodiscard]] std::uint32_t assumed() const { return static_cast<std::uint32_t>(assumed_.size()); }
    [[nodiscard]] bool bound_only() const { return bound_only_; }
    // The condition of a filter that chose no row and the rows it was to choose among, where such rows were summed up while
    // recording.
    struct NoneChosen { Span rows, condition; };
    [[nodiscard]] std::optional<NoneChosen> none_chosen() const { return sum_of_none_ ? none_chosen_ : std::nullopt; }
    // The values between which an order goes back, of an order that was found broken while recording; in full where these are
    // all such places.
    [[nodiscard]] const std::vector<NodeId>& broken_by() const { return broken_by_; }
    [[nodiscard]] bool broken_in_full() const { return broken_in_full_; }
    [[nodiscard]] const std::optional<Witness>& witness() const { return witness_; }
    [[nodiscard]] Terms& terms() { return terms_; }
    [[nodiscard]] const Dataset& dataset() const { return dataset_; }
    [[nodiscard]] std::string source_text(Span span) const;

    // While one lives, what is computed is only shown.
    class Showing {
    public:
        explicit Showing(const Terms& terms) : terms_(terms), spent_(terms.begin_showing()) {}
        Showing(const Showing&) = delete;
        Showing& operator=(const Showing&) = delete;
        ~Showing() { terms_.end_showing(spent_); }

    private:
        const Terms& terms_;
        Terms::Spent spent_;
    };

private:
    friend class SomeSolver;

    Value eval(const Core& core);
    Value eval_call(const Core& core);
    // evaluate_path.cpp
    Value step_child(const Value& base, std::string_view key, Span span);
    Value step_index(const Core& core);
    Value step_filter(const Core& core);
    Value step_star(const Value& base);
    Value step_except(const Core& core);
    template <class Step>
    Value each_member(Value base, Step step);
    std::variant<Failure, std::string> key_of(const Value& value, Span span);
    Value the_one(Value value, Span span);           // a filtered collection as its one row
    // evaluate_number.cpp
    std::variant<Failure, Operand> number(Value value, Span span);
    std::variant<Failure, Operand> number(const Core& core);
    Value arithmetic(const Core& core);
    Value kept_short(Rational result, bool fractional) const;   // a constant, or why it is none
    Value divide(TermId over, TermId under, Span under_span);
    Value gather(Function function, const std::vector<Value>& members, Span span);
    Value aggregate(const Core& core);
    Value relation_function(const Core& core);
    // evaluate_date.cpp
    Value date_function(const Core& core);
    Value date_arithmetic(const Core& core);
    std::optional<Value> extreme_date(Function function, const std::vector<Value>& members);
    Value between(const Rational& low, const Rational& high);   // both ends in
    // evaluate_text.cpp
    Value text_function(const Core& core);
    Judgement text_question(const Core& core);
    Value absolute(const Core& core);
    // evaluate_prior.cpp
    Value prior(const Core& core);
    std::variant<Failure, Kept::Series> series_of(const Core& core, NodeId array);
    std::variant<Failure, SeriesKey> series_key(const Core& core, const Value& row, std::size_t argument);
    // evaluate_order.cpp
    Judgement monotone(const Core& core);
    bool goes_back(const Value& before, const Value& after, const Core& chain);
    void record_falls(const std::vector<Value>& values, const Core& chain);
    std::variant<Failure, std::vector<Value>> gathered(const Core& core);   // what an aggregate is over
    TermId withheld(std::string where);              // an absent member as an unknown
    std::optional<Failure> exhausted() const;        // the instance has used up what it may
    Failure too_many_steps() const;
    // evaluate_kept.cpp; nothing: nothing is kept, and it is evaluated as ever
    std::optional<Value> kept_number(const Core& core);
    std::optional<Value> kept_rank(const Core& core);
    std::optional<std::vector<Value>> kept_rows(const Core& core);
    std::optional<std::vector<Value>> kept_matches(const Core& core, const Value& value);
    Kept work_out(const Core& core);
    Kept index_of(const Core& core);
    std::optional<std::string> index_part(const Value& value, Kept::KeySort sort);
    const Kept& keep(const Core& core, const std::function<Kept()>& work);
    std::vector<NodeId> bound_members(const Kept& kept);
    bool take_own(std::vector<Value>& members, NodeId own) const;
    void bind_local(const Core& core);
    // evaluate_truth.cpp
    Judgement relation(const Core& core);
    // The comparisons of `core` between these values, whatever their kind.
    Judgement relate(const std::vector<Value>& values, const Core& core, std::vector<std::string> texts);
    Judgement numbers_relate(const Comparing& comparing, std::vector<std::string> texts, const Core& core);
    Judgement texts_relate(const std::vector<Value>& values, const std::vector<ast::Comparison>& comparisons);
    Judgement dates_relate(const std::vector<Value>& values, const std::vector<ast::Comparison>& comparisons);
    Judgement truths_relate(const std::vector<Value>& values, const std::vector<ast::Comparison>& comparisons);
    Judgement membership(const Core& core);
    Judgement matches(const Core& core);
    Judgement quantified(const Core& core);
    Judgement some(const Core& core);
    std::optional<std::string> text_of(const Value& value);              // nothing where missing
    std::optional<DayRange> date_of(const Value& value);
    std::optional<Agreement> agreement_of(const Comparing& comparing, const Outcome& outcome, bool exactly);
    void record(const Comparing& comparing, const Outcome& outcome, std::vector<std::string> texts, const Core& core);
    [[nodiscard]] std::optional<Interval> telling_difference(const Record& made);
    void show_joint_proof(const Comparing& comparing, const std::vector<std::string>& texts, Record& made);
    void record_failure(Judgement& judged, Message reason);
    // evaluate_report.cpp
    Judgement same(const Core& core);
    Judgement unique(const Core& core);
    Judgement attainable(const Core& core);
    Judgement mixture(const Core& core);
    Judgement crossfoots(const Core& core);
    Judgement presence(const Core& core);
    std::vector<std::string> member_words(const Core& core, const std::vector<std::size_t>& sizes);
    std::vector<std::string> places(const std::vector<Value>& values) const;
    // The members of all arguments from that one on; `sizes`, where given, gains how many each has.
    std::optional<Failure> flatten(const Core& core, std::size_t from, std::vector<Value>& out, std::vector<std::size_t>* sizes = nullptr);

    // While one lives, relations are not asserted for sure, and figures that are used decide.
    class Unasserted {
    public:
        explicit Unasserted(Evaluator& evaluator) : evaluator_(evaluator), before_(evaluator.asserting_) { evaluator_.asserting_ = false; }
        Unasserted(const Unasserted&) = delete;
        Unasserted& operator=(const Unasserted&) = delete;
        ~Unasserted() { evaluator_.asserting_ = before_; }

    private:
        Evaluator& evaluator_;
        bool before_;
    };

    // While one lives, what is evaluated is no part of the instance.
    class Aside {
    public:
        explicit Aside(Evaluator& evaluator) : evaluator_(evaluator) { exchange(); }
        Aside(const Aside&) = delete;
        Aside& operator=(const Aside&) = delete;
        ~Aside() { exchange(); }

    private:
        void exchange();   // what the instance has noted so far, and what is noted here
        Evaluator& evaluator_;
        std::vector<NodeId> used_, missing_, deciding_, keys_, read_;
        std::vector<std::string> absent_;
        std::vector<Record> records_;
        std::vector<Asserted> asserted_;
        std::set<std::string> left_out_, assumed_;
        bool recording_ = false, stating_ = false, bound_only_ = false, reading_ = false;
    };

    // A figure used as a number of a term; every other use decides.
    void use_as_number(NodeId node);
    void mark(NodeId node);
    void note_absent(const std::string& where);
    std::string where(const Value& value) const;
    bool step_limit() { return ++steps_ > terms_.most_work() || terms_.exhausted(); }

    const Dataset& dataset_;
    const SourceMap& sources_;
    Terms terms_;
    std::vector<Value> slots_;
    std::vector<NodeId> used_, missing_, read_;
    std::vector<std::uint32_t> used_mark_;
    std::uint32_t epoch_ = 0;
    std::vector<std::string> absent_;
    std::vector<Record> records_;
    std::optional<Witness> witness_;
    std::set<std::string> left_out_, assumed_;   // members, each once
    std::uint64_t steps_ = 0;
    std::vector<Asserted> asserted_;
    std::vector<NodeId> deciding_, keys_;
    const BoundRule* kept_for_ = nullptr;        // none: nothing is kept
    const KeptNumbers* known_ = nullptr;
    bool names_all_ = true;
    std::unordered_map<const Core*, Kept> kept_; // by expression
    std::set<const Core*> kept_locals_;          // lets whose value stands in its slot
    std::vector<NodeId> common_;
    bool summarised_ = false;                    // figures were kept as something else
    std::optional<NoneChosen> none_chosen_;
    bool sum_of_none_ = false;
    std::vector<NodeId> broken_by_;
    bool broken_in_full_ = false;
    bool recording_ = false;
    bool reading_ = false;
    bool stating_ = false;
    bool asserting_ = true;        // what is evaluated is asserted for sure
    bool printing_ = false;        // inside a condition: printed values decide
    bool by_new_value_ = false;    // see divide_by_new_value
    bool bound_only_ = false;
    bool needs_concrete_ = false;  // a `some` number was asked for as a key or text
};

}  // namespace crossfoot
