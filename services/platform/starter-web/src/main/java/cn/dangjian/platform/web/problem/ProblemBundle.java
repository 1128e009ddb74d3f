package cn.dangjian.platform.web.problem;

/**
 * Texts of problems that a starter brings with its refusals, as a bean of that starter.
 *
 * @param basename of its bundle, for example {@code cn/dangjian/platform/files/problems}
 */
public record ProblemBundle(String basename) {}
