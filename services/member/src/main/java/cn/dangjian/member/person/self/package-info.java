/** 本人: what a person sees of himself, and who has seen it. */
@NullMarked
package cn.dangjian.member.person.self;

import org.jspecify.annotations.NullMarked;
