// gRPC C++ as a peer: its asynchronous server, one thread on one completion queue.
//
// Usage: grpc_cpp PORT
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <memory>
#include <string>

#include "echo.grpc.pb.h"

namespace {

constexpr int kWaiting = 256;

// A call from the moment it is awaited to the moment its answer is sent.
class Exchange {
 public:
  static void Await(echo::Echo::AsyncService& service, grpc::ServerCompletionQueue& queue) {
    auto* exchange = new Exchange(service, queue);
    service.RequestGet(&exchange->context_, &exchange->request_, &exchange->writer_, &queue,
                       &queue, exchange);
  }

  // Takes the next step; `ok` is false when the queue is closing.
  void Step(bool ok) {
    if (!ok || is_answered_) {
      delete this;
      return;
    }
    Await(service_, queue_);
    is_answered_ = true;
    echo::EchoResponse response;
    response.set_text(request_.text());
    writer_.Finish(response, grpc::Status::OK, this);
  }

 private:
  Exchange(echo::Echo::AsyncService& service, grpc::ServerCompletionQueue& queue)
      : service_(service), queue_(queue), writer_(&context_) {}

  echo::Echo::AsyncService& service_;
  grpc::ServerCompletionQueue& queue_;
  grpc::ServerContext context_;
  echo::EchoRequest request_;
  grpc::ServerAsyncResponseWriter<echo::EchoResponse> writer_;
  bool is_answered_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: grpc_cpp PORT\n");
    return 2;
  }
  echo::Echo::AsyncService service;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(std::string("127.0.0.1:") + argv[1], grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
  auto queue = builder.AddCompletionQueue();
  auto server = builder.BuildAndStart();
  if (!server) return 1;
  for (int i = 0; i < kWaiting; i++) Exchange::Await(service, *queue);
  std::puts("ready");
  std::fflush(stdout);
  void* tag;
  bool ok;
  while (queue->Next(&tag, &ok)) static_cast<Exchange*>(tag)->Step(ok);
  return 0;
}
