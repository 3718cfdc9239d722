package import Protobuf

extension ClientChannel {
  /// One message to a server that answers with many.
  @inlinable
  package func serverStreaming<Request: Message, Answer: Message>(
    _ method: MethodDescriptor,
    _ request: Request,
    options: CallOptions = CallOptions()
  ) -> ResponseStream<Answer> {
    ResponseStream(open(method, sending: OutgoingMessage(encoding: request), options: options))
  }

  @inlinable
  package func clientStreaming<Request: Message, Answer: Message>(
    _ method: MethodDescriptor,
    options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<Request, Answer> {
    ClientStreamingCall(open(method, options: options))
  }

  @inlinable
  package func bidirectional<Request: Message, Answer: Message>(
    _ method: MethodDescriptor,
    options: CallOptions = CallOptions()
  ) -> BidirectionalCall<Request, Answer> {
    BidirectionalCall(open(method, options: options))
  }

  /// Begins a streaming call; with `request`, that message is the only one.
  ///
  /// Whatever goes wrong is told by the call.
  package func open(
    _ method: MethodDescriptor,
    sending request: OutgoingMessage? = nil,
    options: CallOptions = CallOptions()
  ) -> RawCall {
    let head = head(method, options)
    let stream = ClientStream(
      head: head,
      box: chooseLoop(),
      messageBytesMax: self.options.messageBytesMax
    )
    if let request { stream.outgoing.only(request.compressed(head.compression).chunk) }
    if interceptors.isEmpty {
      stream.run { stream.start() }
    } else {
      let context = ClientContext(target: target.description, head: head)
      stream.start { send in
        try await self.proceed(0, context) { try await send(context.metadata) }
      }
    }
    return RawCall(head, stream)
  }
}
