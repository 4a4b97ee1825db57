// Binding: rules as written → rules that can be evaluated. Names are resolved, paths are followed through the
// dataset, definitions are put in their place, and everything that can be wrong before a value is looked at is
// reported: names, paths, arity, kinds, units (codes XF3xx and XF4xx).
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/checking/binding/core.hpp"
#include "engine/checking/binding/shapes.hpp"
#include "engine/checking/binding/type.hpp"
#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/language/parse.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot {

// A regular expression lives as long as the rules that use it.
struct BoundRules {
    std::vector<std::unique_ptr<BoundRule>> rules;         // those wanted, sorted by id
    std::map<std::string, std::string> groups;             // full id → title, see GroupInfo
    std::vector<std::unique_ptr<re2::RE2>> patterns;
    BoundRules();
    BoundRules(BoundRules&&) noexcept;
    ~BoundRules();
};

// Read in part: some declarations could not be parsed, and what they define is not called unknown.
enum class RulesRead : std::uint8_t { whole, in_part };
// The rules that are to be evaluated. Problems are found in the others as well, but what they bind to is not kept.
using Wanted = std::function<bool(const RuleInfo&)>;
// All problems of the rules; what is returned is complete only without errors.
[[nodiscard]] BoundRules bind_rules(const Dataset& dataset, const RuleSet& rules, Diagnostics& diagnostics, RulesRead read,
                                    const Wanted& wanted);

// An expression bound: what to evaluate, and what is known of its value.
struct Bound {
    CorePtr core;
    Type type;
};

class Binder {
public:
    Binder(const Dataset& dataset, const RuleSet& rules, Diagnostics& diagnostics, RulesRead read, const Wanted& wanted);
    BoundRules run();

private:
    static constexpr std::size_t kMostParts = 200'000;   // of one rule, definitions put in place
    static constexpr std::size_t kMostDefinitions = 1'000;   // that stand in one another
    static constexpr std::size_t kMostKinds = 1'000;     // combinations of kinds and values of members looked at, of one rule
    static constexpr std::size_t kMostKeys = 1'000;      // beyond, keys are looked up while evaluating
    static constexpr std::size_t kMostLooked = 2'000'000;   // parts of one rule looked at only for what is wrong

    class Trial;
    // What the `for` clauses of a rule were looked at with.
    struct Choices {
        std::vector<std::vector<Type>> kinds;            // of each clause: the kinds of its members
        std::vector<Type> elements;                      // of each clause: what stood for its name
        bool unreached = false;                          // a `where` lets none of it through
    };

    struct Definition;
    // A file or group: where names are looked up.
    struct Place {
        const Place* parent = nullptr;
        std::size_t file = 0;
        NodeId table = kNoNode;                          // of `group … in`
        std::map<std::string, Definition*, std::less<>> definitions;
    };
    struct Definition {
        const ast::Define* written = nullptr;
        const Place* place = nullptr;
        bool active = false;
        bool used = false;
        int visited = 0;                                 // of the search for recursion
    };
    struct Local {
        std::string name;
        Slot slot;
        Type type;
        Span span;
    };
    struct Row {                                         // of a filter or `by:`
        Slot slot;
        Type type;
    };
    struct Env {
        const Place* place = nullptr;
        std::vector<Local> locals;
        std::vector<Row> rows;
    };
    struct BoundDomain {
        CorePtr low, high;
        bool range = false;
        Type element;
    };

    // bind.cpp: declarations
    void open_place(Place& place, const std::vector<ast::Declaration>& declarations);
    void bind_all(const Place& place, const std::vector<ast::Declaration>& declarations, const std::string& prefix);
    void bind_group(const Place& place, const ast::Group& group, const std::string& prefix);
    void bind_rule(const Place& place, const ast::Rule& rule, const std::string& prefix);
    // Binds the rule, with these types of its `for` names where given: the first time for evaluation, then for
    // what is wrong with types only.
    BoundRule bind_rule_with(const Place& place, const ast::Rule& rule, const std::string& id, const std::vector<Type>& chosen,
                             Choices& choices);
    // Looks at the rule for each kind of member by itself, and where that is not enough for each value.
    void ask(const Place& place, const ast::Rule& rule, const std::string& id, const std::vector<Type>& chosen, const Choices& choices,
             Trial& trial);
    // Does the newest `where` refuse these very members and values?
    bool never(const BoundRule& rule, const Choices& choices);
    void tell(Diagnostic found);
    // What stands under a bound name, looked at in the same way.
    Bound bind_member(const ast::Word& name, Slot slot, const BoundDomain& domain, const ast::Expr& written_as, Env& env,
                      const std::function<Bound()>& body);
    [[nodiscard]] bool uses_key(const Place& place, const ast::Expr& expr, int depth) const;
    [[nodiscard]] bool uses_key(const Place& place, const ast::Rule& rule) const;
    std::vector<Type> actual_members(const BoundDomain& domain);
    void bind_title(const ast::Title& title, Env& env, BoundRule& into);
    void refuse_duplicate_definitions();
    void refuse_recursion();
    void visit_for_recursion(Definition& definition, std::vector<Definition*>& way);
    void look_at_unused_definitions();
    // May a definition of that name stand in what could not be parsed?
    [[nodiscard]] bool perhaps_defined(std::string_view name) const;
    [[nodiscard]] Definition* visible(const Place& place, std::string_view name) const;

    // bind_expression.cpp
    Bound bind(const ast::Expr& expr, Env& env);
    Bound bind_number(const ast::NumberLiteral& literal, Span span);
    Bound bind_arithmetic(const ast::Binary& binary, Span span, Env& env);
    Bound bind_relation(const ast::Relation& relation, Span span, Env& env);
    Bound bind_membership(const ast::Membership& membership, Span span, Env& env);
    Bound bind_matches(const ast::Matches& matches, Span span, Env& env);
    Bound bind_some(const ast::Some& some, Span span, Env& env);
    Bound bind_list(const ast::List& list, Span span, Env& env);
    Bound bind_truth(const ast::Expr& expr, Env& env);
    BoundDomain bind_domain(const ast::Domain& domain, Env& env, bool tables, bool must_end);
    void check_comparable(const std::vector<Bound>& sides, const std::vector<ast::Comparison>& comparisons, Dimension& dimension);

    // bind_path.cpp
    Bound bind_name(const std::string& name, Span span, Env& env);
    Bound bind_keys(const ast::Keys& keys, Span span, Env& env);
    Bound bind_child(Bound base, const std::string& key, Span key_span, Span span);
    Bound bind_star(Bound base, Span span);
    Bound bind_some_of(Bound base, const std::vector<ast::Key>& keys, Span span);
    Bound bind_all_rows(Bound base, Span span);
    Bound bind_index(const ast::Index& index, Span span, Env& env);
    Bound bind_by_key(Bound base, Bound key, Span span);
    Bound bind_filter(Bound base, const ast::Expr& inner, Span span, Env& env);
    Bound bind_except(const ast::Except& except, Span span, Env& env);
    [[nodiscard]] bool row_has(const Env& env, std::string_view name) const;
    [[nodiscard]] bool truth_by_form(const ast::Expr& expr, const Env& env) const;
    void no_such_key(const Type& type, const std::string& base, const std::string& key, Span span);

    // bind_call.cpp
    Bound bind_call(const ast::Call& call, Span span, Env& env);
    Bound bind_definition(Definition& definition, const std::vector<ast::Argument>* arguments, Span span, Env& env);
    Bound bind_function(const FunctionEntry& function, const ast::Call& call, Span span, Env& env);
    Bound bind_aggregate(const FunctionEntry& function, const ast::Call& call, Span span, Env& env);
    Bound bind_given(const ast::Call& call, Span span, Env& env);
    Bound bind_groups(const ast::Call& call, Span span, Env& env);
    Bound bind_crossfoots(const ast::Call& call, Span span, Env& env);
    Type result_of(const FunctionEntry& function, std::vector<Bound>& arguments, Span span, Dimension& dimension);
    bool check_arguments(const FunctionEntry& function, const ast::Call& call);
    [[nodiscard]] const ast::Argument* named(const ast::Call& call) const;
    [[nodiscard]] const ast::Argument* named(const ast::Call& call, std::string_view name) const;

    // bind_prior.cpp
    Bound bind_prior(const ast::Call& call, Span span, Env& env);
    Type rows_beside(const Type& row);

    // bind_dates.cpp
    [[nodiscard]] bool dated(const Type& type) const;                    // a date may stand there
    bool require_date(const Type& type, Span span);
    Quantity duration_quantity(Span span);
    Bound bind_date_arithmetic(Bound left, Bound right, ast::Arithmetic op, Span span);
    bool require_text(const Bound& bound);

    // units.cpp: what may be added and compared
    std::vector<Quantity> quantities(const Bound& bound);                  // with diagnostics; empty: nothing known
    std::vector<Quantity> quantities(const Type& type, Span span);
    enum class Verb : std::uint8_t { added, subtracted, compared, gathered };
    std::optional<Quantity> agree(const Quantity& a, const Quantity& b, Verb verb);      // with diagnostics
    std::optional<Quantity> agree_all(const std::vector<Quantity>& all, Verb verb);
    // Says so where a plain number of the rule stands beside a rate, whose hundredth part would be meant (a warning).
    bool beside_rate(const Quantity& of_rate, const Quantity& other);
    void settle_days(Bound& bound, const Quantity& agreed);
    [[nodiscard]] bool named_count(const Dimension& dimension) const;       // takes plain numbers
    [[nodiscard]] static bool plain(const Quantity& quantity);           // a number without unit
    void not_a_number(NodeId node, Span span);
    void text_as_figure(NodeId node, Span span);
    bool require_one(const Bound& bound);
    [[nodiscard]] Quantity quantity_of(NodeId figure, Span span) const;
    [[nodiscard]] Message describe(const Type& type) const;
    [[nodiscard]] Message describe(NodeId node) const;
    [[nodiscard]] Message describe(const Quantity& quantity) const;

    // types
    [[nodiscard]] Type type_of(NodeId node) const;
    NodeId add_node(Type& type, NodeId node);            // the node of its shape that stands for it
    // A step from `from`, a node of `base`, to `node`: what it takes along of the stars.
    void add_step(Type& type, NodeId node, const Type& base, NodeId from);
    static void settle_stars(Type& type);
    void merge(Type& into, const Type& from);
    Type elements(const Type& type, bool tables);        // what a collection of that type runs over
    void gather_keys(Type& element, const Type& domain, bool tables);
    // The type of each kind of member by itself: what is said of one row is not mixed with another's.
    [[nodiscard]] std::vector<Type> one_by_one(const Type& element) const;
    // The same for each value that it may have as a key, and for each member of a `.*` by its key; none: there is one only.
    [[nodiscard]] static std::vector<Type> value_by_value(const Type& element, bool by_star);
    // The whole numbers that two sets of keys give; none where they are not known.
    [[nodiscard]] static std::vector<std::string> computed_keys(Op op, const std::vector<std::string>& left, const std::vector<std::string>& right);

    Diagnostic& report(Code code, Span span, Message headline);
    CorePtr make(Op op, Span span);
    CorePtr within_lets(std::vector<std::pair<Slot, CorePtr>> lets, CorePtr body);   // the first is the outermost
    Slot new_slot() { return slots_++; }
    [[nodiscard]] std::string written(Span span) const;

    const Dataset& dataset_;
    const RuleSet& rules_;
    Diagnostics& diagnostics_;
    RulesRead read_;
    const Wanted& wanted_;
    Units units_;
    Shapes shapes_;
    Evaluator evaluator_;                                 // for the members of a domain
    std::deque<Place> places_;
    std::vector<Place*> files_;
    std::deque<Definition> definitions_;
    BoundRules out_;
    std::unordered_map<std::string, Span> ids_;
    Slot slots_ = 0;
    std::size_t parts_ = 0;
    std::size_t looked_ = 0;                              // parts made of the rule that are not kept
    std::size_t asked_ = 0;                               // combinations looked at of the rule
    bool split_ = false;                                  // different keys led to different kinds
    std::deque<Diagnostic>* tried_ = nullptr;             // where type errors go for now
    std::vector<Diagnostic> told_;                        // of the rule
    bool warns_ = false;                                  // the rule is one of those wanted
    bool muted_ = false;
    bool names_muted_ = false;                            // a further look at the same expression: names were reported
    bool types_muted_ = false;                            // members are of several kinds: each is looked at by itself
    bool too_large_ = false;
    Diagnostic swallowed_{};                              // where a muted diagnostic goes
    std::vector<std::pair<const Definition*, Span>> uses_;   // the definitions being put in place, and where
    std::map<std::string, const re2::RE2*> patterns_;
};

}  // namespace crossfoot
