// The driver: one declaration a call of the grammar; after an error on to the next declaration, so that one mistake
// costs one declaration and one diagnostic.
#include "engine/language/parse.hpp"

#include "engine/language/expected.hpp"
#include "engine/language/grammar/grammar.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scan.hpp"

namespace crossfoot {

namespace {

using namespace syntax;

class FileParser {
public:
    FileParser(const Tokens& tokens, const Places& places, const ParseLimits& limits, Diagnostics& diagnostics)
        : tokens_(tokens), places_(places), diagnostics_(diagnostics), builder_(tokens, places, limits, diagnostics),
          at_(tokens.all.data()), end_(at_ + tokens.all.size() - 1) {}

    std::vector<ast::Declaration> file() {
        std::vector<ast::Declaration> out;
        declarations(out, Within::file);
        return out;
    }

    ast::ExprPtr expression() {
        std::optional<Failure> failure = parse_part(Part::expression, at_, end_, builder_);
        if (!failure && at_ != end_) failure = Failure{at_, "operator"};
        if (failure) report(*failure, tokens_, places_, diagnostics_, Within::expression);
        return failure || builder_.spoilt() ? nullptr : builder_.take_expression();
    }

private:
    void declarations(std::vector<ast::Declaration>& out, Within within) {
        while (at_ != end_) {
            switch (at_->kind) {
                case Kind::close_brace:
                    if (within == Within::group && at_->is(flag::group)) return;
                    ++at_;   // the scanner has said what is wrong with it
                    break;
                case Kind::kw_use:
                    if (within == Within::group) unexpected(within);
                    else declaration(out, Part::use, within);
                    break;
                case Kind::kw_define: declaration(out, Part::define, within); break;
                case Kind::kw_rule: declaration(out, Part::rule, within); break;
                case Kind::kw_group: group(out, within); break;
                default: unexpected(within);
            }
        }
    }

    // Parses one declaration, or its header, into the builder; on failure stands at the next one.
    bool parse(Part part, Within within) {
        builder_.reset();
        const Token* begin = at_;
        if (const std::optional<Failure> failure = parse_part(part, at_, end_, builder_)) {
            report(*failure, tokens_, places_, diagnostics_, within);
            // The failing place may stand beyond the next declaration's keyword: look from the beginning.
            at_ = begin + 1;
            recover(failure->where);
            return false;
        }
        return !builder_.spoilt();
    }

    void declaration(std::vector<ast::Declaration>& out, Part part, Within within) {
        if (!parse(part, within)) return;
        const bool ended = at_ == end_ || at_->kind == Kind::close_brace || is_declaration(at_->kind);
        // What follows on a line of its own takes nothing from what is complete before it.
        if (ended || (at_->is(flag::first_on_line) && at_->kind != Kind::foreign)) out.push_back(builder_.take_declaration());
        if (!ended && !at_->is(flag::first_on_line)) {
            report({at_, "declaration_end"}, tokens_, places_, diagnostics_, within);
            recover(at_);
        }
    }

    void group(std::vector<ast::Declaration>& out, Within within) {
        if (!parse(Part::group, within)) return;
        ast::Declaration header = builder_.take_declaration();
        auto& group = std::get<std::unique_ptr<ast::Group>>(header);
        body(group->declarations);
        group->span.end = places_.span((at_ - 1)->begin, (at_ - 1)->end).end;
        out.push_back(std::move(header));
    }

    // What stands between a group's braces, and the closing one.
    void body(std::vector<ast::Declaration>& out) {
        declarations(out, Within::group);
        if (at_ != end_) ++at_;
    }

    void unexpected(Within within) {
        report({at_, within == Within::group ? "group_member" : "declaration"}, tokens_, places_, diagnostics_, within);
        ++at_;
        recover(at_);
    }

    // On to the next declaration or the end of the group. A keyword counts where it surely declares, or where the
    // grammar stopped at it. A group whose header cannot be read is read for its errors only.
    void recover(const Token* stopped) {
        for (; at_ != end_; ++at_) {
            if (at_->is(flag::declares) || (at_ == stopped && heads())) return;
            if (at_->kind == Kind::close_brace && at_->is(flag::group)) return;
            if (at_->kind == Kind::open_brace && at_->is(flag::group)) {
                std::vector<ast::Declaration> dropped;
                ++at_;
                body(dropped);
                return;
            }
        }
    }

    [[nodiscard]] bool heads() const {
        if (!is_declaration(at_->kind)) return false;
        const Kind next = (at_ + 1)->kind;
        return next == Kind::word || next == Kind::string;
    }

    const Tokens& tokens_;
    const Places& places_;
    Diagnostics& diagnostics_;
    Builder builder_;
    const Token* at_;
    const Token* end_;
};

// Whether the file can be read at all.
bool readable(FileId file, std::string_view text, Diagnostics& diagnostics, const ParseLimits& limits) {
    if (text.size() > limits.file_bytes) {
        diagnostics.add(Code::XF205, {file, 0, 0}, Message(messages::too_large, text.size(), limits.file_bytes));
        return false;
    }
    const std::size_t malformed = first_malformed_utf8(text);
    if (malformed == std::string_view::npos) return true;
    const auto at = static_cast<std::uint32_t>(malformed);
    diagnostics.add(Code::XF102, {file, at, at + 1}, Message(messages::not_utf8, malformed + 1))
        .suggest(Message(messages::save_as_utf8));
    return false;
}

}  // namespace

ast::File parse_rules(FileId file, const SourceMap& sources, Diagnostics& diagnostics, const ParseLimits& limits) {
    ast::File out;
    out.id = file;
    const std::string_view text = sources.file(file).text();
    if (!readable(file, text, diagnostics, limits)) return out;
    const Places places(file);
    Tokens tokens = scan(text, places, diagnostics);
    mark_structure(tokens, places, limits, diagnostics);
    out.declarations = FileParser(tokens, places, limits, diagnostics).file();
    out.comments.reserve(tokens.comments.size());
    for (const Span span : tokens.comments) out.comments.push_back({span});
    return out;
}

ast::ExprPtr parse_expression(FileId file, const SourceMap& sources, Diagnostics& diagnostics, const ParseLimits& limits) {
    const std::string_view text = sources.file(file).text();
    if (!readable(file, text, diagnostics, limits)) return nullptr;
    const Places places(file);
    Tokens tokens = scan(text, places, diagnostics);
    mark_structure(tokens, places, limits, diagnostics);
    return FileParser(tokens, places, limits, diagnostics).expression();
}

}  // namespace crossfoot
