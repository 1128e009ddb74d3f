package cn.dangjian.platform.files.upload;

/**
 * A file that arrives in pieces.
 *
 * @param length how much of it has arrived
 * @param complete whether its sender has said that it is whole
 * @param taken whether something is made of it
 */
record Upload(long id, long length, boolean complete, boolean taken) {}
