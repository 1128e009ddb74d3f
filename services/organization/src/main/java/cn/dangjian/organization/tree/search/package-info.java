/** 查找: finding units by a part of their name, their code or the initials of their name. */
@NullMarked
package cn.dangjian.organization.tree.search;

import org.jspecify.annotations.NullMarked;
