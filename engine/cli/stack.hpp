// Room for the stack, whatever the shell's limit: how deep rules, TOML and JSON may nest is limited by numbers that are
// stated, and these count on eight mebibytes.
#pragma once

namespace crossfoot::cli {

// work(argc, argv), on a thread of its own where the stack that the program was given is smaller; threads that are begun
// later have as much. Where the system gives no such room, the one that is there is used.
[[nodiscard]] int with_stack(int (*work)(int, char**), int argc, char** argv);

}  // namespace crossfoot::cli
