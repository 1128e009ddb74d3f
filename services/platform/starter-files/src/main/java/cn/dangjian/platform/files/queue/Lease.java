package cn.dangjian.platform.files.queue;

/**
 * The right to do some work, until it runs out.
 *
 * @param token no other lease has it
 */
public record Lease<T>(long id, String token, T work) {}
