
# What follows takes the place of functions of the script above, which cobra
# writes, by defining them again.

# Bash splits words at = and : as well. Where the package bash-completion is not
# installed, this joins what no space stands between, up to the word at the
# cursor, and sets cur, prev, words and cword.
__timeline_init_completion()
{
    COMPREPLY=()
    if declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
        _get_comp_words_by_ref "$@" cur prev words cword
        return
    fi
    local line=$COMP_LINE word space after i n=-1
    words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        space=${line%%[![:space:]]*}
        line=${line#"$space"}
        line=${line#"$word"}
        if [[ -z $space && $n -ge 0 && ( $word == [=:]* || ${words[n]} == *[=:] ) ]]; then
            words[n]+=$word
        else
            words[++n]=$word
        fi
    done
    cword=$n
    after=${COMP_LINE:COMP_POINT}
    cur=${words[n]%"${after%%[[:space:]]*}"}
    words[n]=$cur
    prev=
    if ((n > 0)); then
        prev=${words[n-1]}
    fi
}

# This fills completions, of which the script offers only those that begin as
# typed. A name found by another spelling (actor:droukdel) does not: where none
# does, all are offered, as if no more than the key had been typed.
__timeline_extract_activeHelp()
{
    local choice begun=
    any_spelling=
    while IFS= read -r choice; do
        [[ -n $choice ]] || continue
        [[ $choice != "$cur"* ]] || begun=yes
        completions+=("$choice")
    done <<<"$out"
    if [[ -z $begun ]] && ((${#completions[@]} > 0)); then
        any_spelling=yes
    fi
    if [[ -n $any_spelling && $cur == *:* ]]; then
        cur=${cur%%:*}:
    elif [[ -n $any_spelling ]]; then
        cur=
    fi
}

# Bash replaces what was typed by what all offers have in common. Of several that
# are spelled otherwise that would be less than was typed: a blank among them has
# nothing in common with them, and what was typed stays.
__timeline_handle_activeHelp()
{
    if [[ -n $any_spelling && ${COMP_TYPE-} != 37 && ${COMP_TYPE-} != 42 ]] && ((${#COMPREPLY[@]} > 1)); then
        COMPREPLY+=(" ")
    fi
    unset any_spelling
}

# Without the package, bash completes files itself: it is told to by default.
declare -F _filedir >/dev/null 2>&1 || _filedir() { return 0; }
