package dev.latchkey.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;

import java.util.Map;

/** Sets up one new connection: bytes, requests, answers. */
final class Pipeline extends ChannelInitializer<Channel> {
    private final Desk desk;
    private final Router router;
    private final Map<EventLoop, SlowClients> watches;
    private final ChannelGroup connections;

    Pipeline(
            Desk desk,
            Router router,
            Map<EventLoop, SlowClients> watches,
            ChannelGroup connections) {
        this.desk = desk;
        this.router = router;
        this.watches = watches;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        var watch = watches.get(channel.eventLoop());
        if (watch == null) {
            throw new IllegalStateException("a connection on a loop that is not ours");
        }
        var patience = new Patience(desk.settings(), watch);
        var reader = new RequestReader(desk.settings(), patience);
        connections.add(channel);
        channel.pipeline().addLast(reader, new Conversation(desk, router, reader, patience, watch));
    }
}
