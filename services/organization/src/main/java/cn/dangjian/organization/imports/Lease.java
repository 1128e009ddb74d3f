package cn.dangjian.organization.imports;

/**
 * The right to apply an import, until it runs out.
 *
 * @param token no other lease has it
 */
public record Lease(Import imported, String token) {}
