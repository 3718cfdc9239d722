// gRPC C++ as a client of `Echo` and `Words`, one thread.
//
// Usage: grpc_cpp_client PORT unary|stream|pingpong COUNT [IN_FLIGHT]
//
// Prints how many calls or messages there were and in how many seconds, without the first tenth.
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "echo.grpc.pb.h"

namespace {

const std::string kText(30, 'a');
// Words of one server stream: their text stays within the largest message.
constexpr int kWords = 100000;

using Clock = std::chrono::steady_clock;

[[noreturn]] void Fail(const grpc::Status& status) {
  std::fprintf(stderr, "%d: %s\n", status.error_code(), status.error_message().c_str());
  std::exit(1);
}

struct Call {
  grpc::ClientContext context;
  echo::EchoResponse response;
  grpc::Status status;
  std::unique_ptr<grpc::ClientAsyncResponseReader<echo::EchoResponse>> reader;
};

// The completion queue keeps so many calls under way.
long Unary(const std::shared_ptr<grpc::Channel>& channel, long count, int in_flight) {
  auto stub = echo::Echo::NewStub(channel);
  grpc::CompletionQueue queue;
  echo::EchoRequest request;
  request.set_text(kText);
  auto send = [&] {
    auto* call = new Call;
    call->reader = stub->AsyncGet(&call->context, request, &queue);
    call->reader->Finish(&call->response, &call->status, call);
  };
  long sent = 0;
  for (; sent < in_flight && sent < count; sent++) send();
  for (long answered = 0; answered < count; answered++) {
    void* tag;
    bool ok;
    queue.Next(&tag, &ok);
    std::unique_ptr<Call> call(static_cast<Call*>(tag));
    if (!call->status.ok()) Fail(call->status);
    if (sent++ < count) send();
  }
  return count;
}

// Reads server streams until there were so many messages.
long Stream(const std::shared_ptr<grpc::Channel>& channel, long count) {
  auto stub = echo::Words::NewStub(channel);
  echo::EchoRequest request;
  for (int i = 0; i < std::min<long>(kWords, count); i++) request.mutable_text()->append(kText + " ");
  long heard = 0;
  while (heard < count) {
    grpc::ClientContext context;
    echo::EchoResponse response;
    auto reader = stub->Split(&context, request);
    while (reader->Read(&response)) heard++;
    grpc::Status status = reader->Finish();
    if (!status.ok()) Fail(status);
  }
  return heard;
}

// One message at a time, each answered before the next.
long PingPong(const std::shared_ptr<grpc::Channel>& channel, long count) {
  auto stub = echo::Words::NewStub(channel);
  grpc::ClientContext context;
  echo::EchoRequest request;
  echo::EchoResponse response;
  request.set_text(kText);
  auto stream = stub->Chat(&context);
  for (long i = 0; i < count; i++) {
    if (!stream->Write(request) || !stream->Read(&response)) break;
  }
  stream->WritesDone();
  grpc::Status status = stream->Finish();
  if (!status.ok()) Fail(status);
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: grpc_cpp_client PORT unary|stream|pingpong COUNT [IN_FLIGHT]\n");
    return 2;
  }
  auto channel = grpc::CreateChannel(std::string("127.0.0.1:") + argv[1],
                                     grpc::InsecureChannelCredentials());
  int in_flight = argc > 4 ? std::atoi(argv[4]) : 64;
  auto run = [&](long count) {
    if (!std::strcmp(argv[2], "unary")) return Unary(channel, count, in_flight);
    if (!std::strcmp(argv[2], "stream")) return Stream(channel, count);
    return PingPong(channel, count);
  };
  long count = std::atol(argv[3]);
  run(std::max(1L, count / 10));
  auto start = Clock::now();
  long done = run(count);
  std::printf("%ld in %f\n", done,
              std::chrono::duration<double>(Clock::now() - start).count());
  return 0;
}
