/** 第一书记: who was sent to which village by whom, what the sending unit is bound to, and which villages have one. */
@NullMarked
package cn.dangjian.organization.people.posting;

import org.jspecify.annotations.NullMarked;
