// The files that a run reads, told apart as the system does: no report is written over one of them, whatever the path or
// link that leads there.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cli/session.hpp"

namespace crossfoot::cli {

class Inputs {
public:
    // A file; one that is not there, or standard input, is none. Of a directory its CSV files.
    void add(const std::string& path);
    // The dataset's TOML files and its draft.
    void add_dataset(const Session& session);
    // Its rule files and the files of its tables.
    void add_rules_and_tables(const Session& session);
    // Why no report may be written there; nothing where it may.
    [[nodiscard]] std::optional<Diagnostic> refuse(const std::string& output) const;

private:
    struct File {
        dev_t device;
        ino_t inode;
        std::string path;
    };
    std::vector<File> files_;
};

// Where a report of `session` may not be written to that file, says so; nothing: standard output.
[[nodiscard]] bool refused(const std::optional<std::string>& output, const Session& session, const Context& context);

}  // namespace crossfoot::cli
