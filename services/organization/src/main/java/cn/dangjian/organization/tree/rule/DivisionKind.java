package cn.dangjian.organization.tree.rule;

/**
 * Which organisation belongs to a division.
 *
 * @param kind a kind of {@code rules/kinds.csv}
 * @param domain {@code URBAN} or {@code RURAL}
 */
public record DivisionKind(String kind, String domain) {}
