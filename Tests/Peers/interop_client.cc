// gRPC's interoperability client by gRPC C++; see doc/interop-test-descriptions.md of gRPC.
//
// Usage: interop_client --server_host=HOST --server_port=PORT --test_case=CASE[,CASE...]
//          --use_tls=BOOLEAN --use_test_ca=BOOLEAN --ca_file=FILE --server_host_override=NAME
//          --soak_...
//
// Prints `ok CASE` or `FAILED CASE: WHY` for each case; ends with 1 when one failed.
#include <cstdio>
#include <exception>
#include <sstream>
#include <string>

#include "interop_cases.h"

int main(int argc, char** argv) {
  interop::Cases cases(interop::Flags(argc, argv));
  bool failed = false;
  std::stringstream names(interop::Flags(argc, argv).Text("test_case", "empty_unary"));
  for (std::string name; std::getline(names, name, ',');) {
    try {
      cases.Run(name);
      std::printf("ok %s\n", name.c_str());
    } catch (const std::exception& error) {
      failed = true;
      std::printf("FAILED %s: %s\n", name.c_str(), error.what());
    }
    std::fflush(stdout);
  }
  return failed ? 1 : 0;
}
