package cn.dangjian.platform.directory;

/** Stands for the scope of the directory starter, which is not on the class path. */
public record Scope(String from, String to) {}
