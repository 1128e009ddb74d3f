package cn.dangjian.gateway.session;

import reactor.core.publisher.Mono;

/** A page that no single service has, and that somebody may see first. */
public interface HousePage {

    /** Under which a page asks for it. */
    String path();

    /**
     * What stands there; nothing if it is too long to come with a token.
     *
     * @param token of whoever is to see it: what it does not open is missing or refused
     */
    Mono<?> read(String token);
}
