"""Weights of features for ``pairing``, per model; fitted by ``benchmarks/fit_drafting.py``, not written by hand."""


def _read(text: str) -> dict[str, float]:
    """``name=weight`` pairs, separated by blanks."""
    return {name: float(value) for name, _, value in (pair.rpartition("=") for pair in text.split())}


WEIGHTS: dict[str, dict[str, float]] = {
    "share": _read(
        """
        A:comma=-0.72 A:f0:m0=0.18 A:f0:m0:firstM=0.15 A:f0:m0:glue=0.26 A:f0:m1=0.26 A:f0:m1:firstF=-0.13 A:f0:m1:firstM=0.39
        A:f0:m2=0.14 A:f0:m2:firstF=-0.08 A:f0:m2:firstM=0.22 A:f1:m0=-0.29 A:f1:m0:firstF=-0.27 A:f1:m0:glue=-0.28 A:f1:m1=-0.23
        A:f1:m1:firstF=0.09 A:f1:m1:firstM=-0.32 A:f1:m2=-0.09 A:f1:m2:firstF=-0.19 A:f1:m2:firstM=0.1 A:f2:m0=0.14
        A:f2:m0:firstF=0.19 A:f2:m0:glue=0.45 A:f2:m1=0.14 A:f2:m1:firstF=0.21 A:f2:m2=-0.12 A:f2:m2:firstM=-0.1 A:f3:m0=-0.18
        A:f3:m0:firstM=-0.15 A:f3:m0:glue=-0.28 A:f3:m1=-0.32 A:f3:m1:firstM=-0.28 A:f3:m2=-0.14 A:f3:m2:firstF=-0.18 A:firstF=-0.43
        A:firstM=-0.1 A:len10=0.22 A:len120=-0.43 A:len25=-0.35 A:len3=0.68 A:len60=-0.29 A:lenfar=-0.36 A:m0:bare=0.59
        A:m0:firstM=-0.08 A:m0:glue=0.14 A:m0:next:)=0.31 A:m0:next:,=0.2 A:m0:next:.=0.31 A:m0:next:;=0.35 A:m0:next:a=0.26
        A:m0:next:and=-0.21 A:m0:next:as=-0.08 A:m0:next:at=0.25 A:m0:next:c=-0.3 A:m0:next:d=-0.19 A:m0:next:e=-0.15
        A:m0:next:end=-0.16 A:m0:next:for=0.2 A:m0:next:g=-0.17 A:m0:next:had=-0.42 A:m0:next:in=0.4 A:m0:next:m=-0.15
        A:m0:next:n=0.22 A:m0:next:of=-0.1 A:m0:next:or=0.11 A:m0:next:p=-0.16 A:m0:next:patient=0.18 A:m0:next:patients=0.56
        A:m0:next:pts=0.41 A:m0:next:r=-0.08 A:m0:next:reduction=-0.12 A:m0:next:s=-0.33 A:m0:next:showed=-0.18 A:m0:next:vs=0.29
        A:m0:next:was=-0.12 A:m0:next:were=-0.1 A:m0:prev:(=-0.15 A:m0:prev:-=-0.14 A:m0:prev::=0.22 A:m0:prev:;=-0.25
        A:m0:prev:a=-0.11 A:m0:prev:by=-0.12 A:m0:prev:in=0.42 A:m0:prev:months=-0.12 A:m0:prev:of=0.41 A:m0:prev:patients=-0.08
        A:m0:prev:rate=-0.27 A:m0:prev:response=0.13 A:m0:prev:than=-0.21 A:m0:prev:to=-0.36 A:m0:prev:tumors=0.12 A:m0:prev:vs=0.48
        A:m0:prev:was=0.55 A:m0:prev:with=-0.28 A:m1:firstF=-0.35 A:m1:next:(=0.26 A:m1:next:)=0.31 A:m1:next:-=-0.24
        A:m1:next:.=-0.22 A:m1:next:;=-0.2 A:m1:next:and=0.3 A:m1:next:c=-0.08 A:m1:next:for=0.09 A:m1:next:had=-0.1
        A:m1:next:of=-0.21 A:m1:next:patient=-0.1 A:m1:next:s=-0.1 A:m1:next:versus=-0.11 A:m1:next:vs=-0.21 A:m1:prev:,=-0.37
        A:m1:prev:-=-0.4 A:m1:prev::=0.2 A:m1:prev:;=-0.11 A:m1:prev:and=0.27 A:m1:prev:in=-0.24 A:m1:prev:of=-0.2 A:m1:prev:vs=-0.19
        A:m1:prev:was=-0.12 A:m1:prev:were=0.43 A:m1:prev:with=0.15 A:open=0.14 A:semicolon=-0.91 A:w:achieved=0.25 A:w:among=0.33
        A:w:and=-0.37 A:w:arm=0.22 A:w:as=0.25 A:w:baseline=-0.45 A:w:but=-0.17 A:w:by=-0.28 A:w:compared=0.14 A:w:decrease=0.27
        A:w:due=0.34 A:w:experienced=-0.3 A:w:for=0.08 A:w:from=-0.7 A:w:grade=0.44 A:w:group=-0.22 A:w:improved=-0.11 A:w:in=0.39
        A:w:included=-0.51 A:w:including=0.1 A:w:median=0.24 A:w:month=0.13 A:w:months=-0.15 A:w:not=-0.21 A:w:noted=-0.18
        A:w:observed=0.22 A:w:obtained=-0.14 A:w:occurred=0.67 A:w:or=-0.27 A:w:other=0.15 A:w:patients=-0.08 A:w:primary=0.15
        A:w:pts=0.27 A:w:rate=0.28 A:w:rates=0.44 A:w:reached=-0.16 A:w:reduced=-0.18 A:w:reduction=-0.29 A:w:remaining=-0.17
        A:w:reported=0.23 A:w:response=-0.41 A:w:showed=-0.13 A:w:than=0.12 A:w:those=0.13 A:w:to=-0.19 A:w:tumor=-0.33
        A:w:tumours=-0.3 A:w:versus=-0.14 A:w:vs=-0.41 A:w:was=0.48 A:w:while=-0.34 A:w:who=0.18 A:w:with=0.13 A:w:year=-0.14
        A:w:years=0.09 B:close=-0.35 B:colon=-0.18 B:comma=-0.93 B:f0:m0=0.1 B:f0:m0:firstF=0.16 B:f0:m0:glue=0.11 B:f0:m1=0.15
        B:f0:m1:firstF=0.08 B:f1:m0=-0.49 B:f1:m0:firstF=-0.44 B:f1:m1=-0.15 B:f1:m1:firstM=-0.09 B:f2:m0:firstF=-0.14
        B:f2:m0:firstM=0.13 B:f2:m0:glue=0.12 B:f2:m1=-0.18 B:f2:m1:firstF=-0.15 B:f2:m2=0.29 B:f2:m2:firstF=0.11 B:f2:m2:firstM=0.18
        B:f3:m0=0.2 B:f3:m0:firstF=0.23 B:f3:m1:firstF=-0.09 B:firstF=-0.24 B:len10=-0.09 B:len120=-0.22 B:len25=0.12 B:len3=0.42
        B:lenfar=-0.46 B:m0:bare=0.29 B:m0:firstF=-0.19 B:m0:glue=0.18 B:m0:had=0.67 B:m0:next:(=-0.21 B:m0:next:)=-0.31
        B:m0:next:,=-0.23 B:m0:next:-=0.18 B:m0:next:;=-0.24 B:m0:next:and=-0.11 B:m0:next:complete=0.17 B:m0:next:developed=0.09
        B:m0:next:experienced=0.1 B:m0:next:f=0.11 B:m0:next:for=-0.19 B:m0:next:in=-0.21 B:m0:next:m=0.33 B:m0:next:men=0.19
        B:m0:next:n=-0.25 B:m0:next:o=0.36 B:m0:next:of=-0.24 B:m0:next:or=-0.18 B:m0:next:p=0.23 B:m0:next:patient=0.12
        B:m0:next:patients=-0.31 B:m0:next:pts=-0.13 B:m0:next:r=0.18 B:m0:next:reduction=-0.22 B:m0:next:s=-0.29
        B:m0:next:showed=0.26 B:m0:next:stable=-0.08 B:m0:next:t=-0.14 B:m0:next:treatment=0.34 B:m0:prev:(=-0.21 B:m0:prev:,=0.32
        B:m0:prev:-=0.41 B:m0:prev:;=0.28 B:m0:prev:==-0.29 B:m0:prev:and=0.15 B:m0:prev:from=-0.1 B:m0:prev:had=-0.18
        B:m0:prev:in=-0.22 B:m0:prev:of=-0.33 B:m0:prev:patients=0.25 B:m0:prev:than=-0.16 B:m0:prev:the=0.28 B:m0:prev:to=-0.12
        B:m0:prev:were=0.11 B:m0:prev:with=0.13 B:m1:had=0.29 B:m1:next:(=-0.13 B:m1:next:)=-0.58 B:m1:next:,=0.19 B:m1:next:;=-0.09
        B:m1:next:a=-0.09 B:m1:next:and=0.1 B:m1:next:d=0.16 B:m1:next:m=0.17 B:m1:next:of=0.46 B:m1:next:patients=-0.26
        B:m1:next:s=0.45 B:m1:next:were=-0.1 B:m1:next:with=-0.09 B:m1:prev:(=0.22 B:m1:prev:-=0.13 B:m1:prev:;=0.18 B:m1:prev:==0.19
        B:m1:prev:and=0.14 B:m1:prev:the=-0.08 B:m1:prev:vs=-0.08 B:m1:prev:were=-0.11 B:m1:prev:with=-0.14 B:open=-0.87
        B:semicolon=-0.8 B:stop=-0.41 B:w:achieved=0.19 B:w:after=-0.14 B:w:all=-0.17 B:w:and=-0.51 B:w:arm=-0.24 B:w:before=-0.19
        B:w:developed=0.41 B:w:difference=-0.13 B:w:due=-0.14 B:w:evaluable=-0.27 B:w:experienced=0.13 B:w:follow=0.19 B:w:for=-0.54
        B:w:from=-0.11 B:w:grade=0.57 B:w:in=-0.11 B:w:included=-0.21 B:w:including=-0.19 B:w:least=0.11 B:w:months=0.26 B:w:no=-0.35
        B:w:not=-0.31 B:w:observed=-0.15 B:w:of=0.18 B:w:overall=-0.1 B:w:patient=-0.11 B:w:primary=0.19 B:w:pts=-0.3
        B:w:received=-0.17 B:w:receiving=-0.11 B:w:reduction=-0.29 B:w:reported=0.19 B:w:showed=-0.28 B:w:significantly=-0.13
        B:w:than=-0.31 B:w:these=-0.1 B:w:to=-0.25 B:w:tumor=-0.15 B:w:tumors=0.17 B:w:tumour=-0.14 B:w:tumours=0.17 B:w:until=-0.09
        B:w:vs=-0.16 B:w:was=0.14 B:w:whereas=-0.09 B:w:while=-0.08 B:w:who=0.09 B:w:with=-0.21 B:w:year=-0.13
        characteristic:A:bare=0.27 characteristic:A:f0:m0=0.12 characteristic:A:f0:m1=-0.28 characteristic:A:f1:m0=-0.37
        characteristic:A:f1:m1=-0.15 characteristic:A:f2:m1=0.09 characteristic:B:bare=-0.2 characteristic:B:f0:m0=0.3
        characteristic:B:f0:m1=0.37 characteristic:B:f0:m2=0.18 characteristic:B:f1:m0=-0.13 characteristic:B:f1:m1=0.08
        characteristic:B:f1:m2=0.16 characteristic:B:f2:m0=0.17 characteristic:B:f2:m2=-0.11 characteristic:B:glue=0.17
        characteristic:count=0.23 characteristic:mnext:(=-0.41 characteristic:mnext::=0.13 characteristic:mnext:;=0.4
        characteristic:mnext:and=-0.62 characteristic:mnext:of=-0.12 characteristic:mnext:or=-0.31
        characteristic:mnext:treatment=0.19 characteristic:mnext:were=0.15 characteristic:mnext:with=0.26
        characteristic:mprev:-=-0.63 characteristic:mprev:and=0.28 characteristic:mprev:as=0.35 characteristic:mprev:for=0.16
        characteristic:mprev:in=-0.14 characteristic:mprev:the=-0.08 characteristic:mprev:were=0.12 characteristic:mprev:with=-0.22
        characteristic:n=0.33 characteristic:next=0.78 characteristic:no=-0.27 characteristic:npo=-0.16 characteristic:section:=-0.23
        characteristic:section:meth=0.15 characteristic:section:pati=0.39 count:A:m0=-0.5 count:A:m1=-0.53 count:B:m0=0.19
        count:B:m1=0.2 event:A:f0:m0=0.1 event:A:f0:m1=0.31 event:A:f1:m0=-0.16 event:A:f1:m1=0.26 event:A:f1:m2=-0.18
        event:A:f2:m0=0.24 event:A:f3:m1=-0.11 event:B:bare=-0.34 event:B:f0:m0=0.1 event:B:f0:m2=-0.21 event:B:f1:m0=0.19
        event:B:f1:m1=0.12 event:B:f1:m2=-0.1 event:B:f2:m2=-0.12 event:B:f3:m2=-0.16 event:B:glue=-0.46 event:count=0.11
        event:mnext:(=0.2 event:mnext:;=-0.34 event:mnext:due=0.38 event:mnext:grade=0.71 event:mnext:in=-0.13 event:mnext:of=-0.28
        event:mnext:or=-0.19 event:mnext:treatment=-0.16 event:mnext:was=-0.51 event:mnext:were=-0.17 event:mprev:-=0.11
        event:mprev:and=0.08 event:mprev:of=-0.45 event:mprev:or=-0.24 event:mprev:patients=-0.27 event:mprev:to=-0.21
        event:mprev:was=0.43 event:mprev:were=0.11 event:mprev:with=-0.09 event:next=0.38 event:no=0.11 event:np=0.2 event:npo=-0.31
        event:section:=-0.21 event:section:obje=0.35 event:section:pati=-0.21 kind:response=0.33 kind:site=-0.71 kind:survival=-0.46
        list:exact=0.13 list:not:exact=-0.83 n:A:m0=0.21 n:B:m0=-0.37 n:B:m1=-0.14 next:f0:m0=0.34 next:f0:m1=0.73 next:f1:m0=0.11
        no:A:m0=-0.12 no:A:m1=0.23 no:B:m0=-0.21 no:B:m1=0.09 none=0.75 none:baseline=0.41 none:baseline:count=0.17
        none:baseline:p=0.32 none:bound=0.74 none:bound-behind=0.79 none:count=0.64 none:count:next:(=0.2 none:count:next:)=-0.09
        none:count:next:,=-0.2 none:count:next:-=0.35 none:count:next:.=0.34 none:count:next:a=0.24 none:count:next:achieved=-0.09
        none:count:next:complete=-0.09 none:count:next:e=0.15 none:count:next:f=-0.16 none:count:next:g=-0.12
        none:count:next:grade=0.19 none:count:next:had=0.63 none:count:next:men=-0.26 none:count:next:o=-0.22
        none:count:next:patient=-0.13 none:count:next:pts=-0.31 none:count:next:r=-0.09 none:count:next:s=0.27 none:count:next:t=0.17
        none:count:next:treatment=-0.22 none:count:next:were=0.16 none:denominator:count=0.39 none:denominator:no=0.26
        none:denominator:p=-0.14 none:first:count=0.48 none:first:n=0.51 none:first:no=0.19 none:first:np=-0.18 none:first:npo=-0.1
        none:n=0.31 none:near10=0.17 none:near25=0.09 none:near3=0.55 none:near60=0.1 none:nearfar=-0.19 none:next:(=0.09
        none:next:)=0.26 none:next:,=-0.09 none:next:;=0.18 none:next:a=-0.19 none:next:and=-0.09 none:next:as=-0.21
        none:next:at=-0.13 none:next:c=0.27 none:next:complete=-0.09 none:next:end=0.16 none:next:g=0.24 none:next:grade=-0.12
        none:next:had=0.48 none:next:in=-0.1 none:next:m=-0.36 none:next:men=-0.41 none:next:n=0.11 none:next:o=-0.33
        none:next:of=0.09 none:next:or=0.16 none:next:partial=0.08 none:next:patient=-0.13 none:next:pts=-0.31
        none:next:reduction=0.35 none:next:s=0.27 none:next:stable=0.15 none:next:t=0.17 none:next:treatment=-0.22
        none:next:versus=0.15 none:next:vs=-0.14 none:next:was=0.13 none:next:were=0.15 none:no:next:patients=0.54 none:np=-0.23
        none:np:next:,=0.12 none:np:next:and=-0.14 none:np:next:experienced=0.25 none:np:next:patients=-0.28
        none:np:next:showed=-0.22 none:np:next:were=0.12 none:npo:next:)=0.34 none:npo:next:patients=-0.3 none:p:next:(=-0.28
        none:p:next:,=0.16 none:p:next:-=-0.18 none:p:next:.=-0.41 none:p:next:;=0.1 none:p:next:a=-0.32 none:p:next:and=0.16
        none:p:next:c=0.25 none:p:next:for=-0.12 none:p:next:had=-0.3 none:p:next:in=-0.18 none:p:next:m=-0.26 none:p:next:of=0.11
        none:p:next:or=0.14 none:p:next:p=-0.08 none:p:next:reduction=0.35 none:p:next:versus=0.14 none:p:next:vs=-0.2
        none:p:next:were=0.09 none:people:count=0.74 none:people:no=-0.28 none:people:npo=-0.32 none:plan=0.55 none:prev:(=0.2
        none:prev::=-0.56 none:prev:;=-0.1 none:prev:a=0.13 none:prev:all=0.16 none:prev:and=-0.51 none:prev:by=0.2
        none:prev:from=0.3 none:prev:had=0.18 none:prev:in=0.1 none:prev:months=0.2 none:prev:of=0.2 none:prev:patients=-0.12
        none:prev:rate=0.33 none:prev:remaining=0.26 none:prev:response=-0.08 none:prev:than=0.42 none:prev:the=-0.19
        none:prev:to=0.42 none:prev:tumors=-0.19 none:prev:versus=0.11 none:prev:vs=-0.26 none:prev:was=-0.37 none:prev:were=-0.42
        none:prev:with=0.14 none:section:back=0.13 none:section:find=0.24 none:section:mate=0.27 none:section:obje=-0.18
        none:section:pati=-0.34 none:section:purp=0.17 np:A:m0=-0.14 np:A:m1=0.12 np:B:m0=0.4 np:B:m1=-0.15 npo:B:m0=-0.1
        npo:B:m1=0.11 p:A:m0=0.4 p:A:m1=-0.22 p:B:m0=-0.1 p:B:m1=-0.13 rate:count=-0.16 rate:no=0.14 rate:npo=0.37 rate:p=0.56
        response:A:bare=-0.21 response:A:f0:m0=-0.14 response:A:f0:m1=0.35 response:A:f0:m2=0.12 response:A:f1:m0=0.11
        response:A:f1:m1=-0.24 response:A:f1:m2=0.26 response:A:f2:m1=0.09 response:A:f2:m2=-0.11 response:A:f3:m0=-0.19
        response:A:f3:m1=-0.1 response:A:f3:m2=-0.15 response:B:bare=0.36 response:B:f0:m0=0.15 response:B:f0:m1=0.22
        response:B:f0:m2=0.15 response:B:f1:m0=-0.53 response:B:f1:m1=-0.36 response:B:f2:m0=-0.08 response:B:f2:m1=-0.18
        response:B:f2:m2=0.38 response:B:f3:m0=0.33 response:B:f3:m2=0.3 response:count=-0.29 response:mnext:(=-0.17
        response:mnext::=-0.11 response:mnext:;=0.1 response:mnext:and=-0.12 response:mnext:at=-0.25 response:mnext:by=0.17
        response:mnext:disease=0.14 response:mnext:in=-0.2 response:mnext:of=0.35 response:mnext:or=-0.46 response:mnext:to=0.67
        response:mnext:was=0.11 response:mnext:were=-0.11 response:mprev:-=-0.08 response:mprev:a=-0.26 response:mprev:achieved=0.14
        response:mprev:an=0.9 response:mprev:and=0.42 response:mprev:disease=0.33 response:mprev:experienced=0.24
        response:mprev:for=-0.31 response:mprev:of=-0.23 response:mprev:or=-0.19 response:mprev:patients=-0.27
        response:mprev:showed=-0.08 response:mprev:the=0.23 response:mprev:to=-0.21 response:mprev:was=0.12 response:mprev:with=-0.52
        response:n=-0.4 response:no=0.32 response:np=0.31 response:npo=0.72 response:p=-0.32 response:section:=0.12
        response:section:meth=-0.47 response:section:pati=0.26 response:section:resu=0.39 same:A=0.17 same:B=0.11 same:not:A=-0.7
        same:not:B=-0.19 site:A:bare=0.51 site:A:f0:m0=0.1 site:A:f0:m1=0.16 site:A:f0:m2=0.18 site:A:f1:m0=-0.24 site:A:f2:m0=-0.24
        site:A:f2:m1=-0.09 site:A:f3:m0=-0.13 site:A:f3:m2=-0.1 site:A:glue=0.15 site:B:bare=0.5 site:B:f0:m0=0.1 site:B:f0:m1=-0.2
        site:B:f0:m2=-0.11 site:B:f2:m2=0.15 site:B:f3:m2=-0.09 site:B:glue=0.54 site:mnext:(=-0.1 site:mnext:,=0.11
        site:mnext:-=-0.32 site:mnext:and=-0.12 site:mnext:in=0.54 site:mnext:or=-0.2 site:mnext:patients=-0.23
        site:mnext:tumor=-0.26 site:mnext:were=-0.1 site:mprev:-=-0.26 site:mprev:and=0.19 site:mprev:had=-0.24 site:mprev:in=0.09
        site:mprev:or=-0.25 site:mprev:with=-0.17 site:next=0.14 site:np=-0.15 site:npo=-0.24 site:p=-0.45 site:section:find=-0.12
        site:section:meth=0.34 site:section:obje=-0.22 site:section:resu=-0.37 step:AA=0.31 step:AB=-0.46 step:BB=0.43
        step:back=-0.64 step:back:BA=-0.42 step:back:BB=-0.15 step:back:and=-0.31 step:back:bracket=-0.16 step:back:join=-0.43
        step:back:stop=0.4 step:back:with=0.26 step:back:words=-0.42 step:from-none=-0.27 step:from-none:and=-0.42
        step:from-none:bracket=0.17 step:from-none:join=-0.15 step:from-none:stop=0.29 step:from-none:versus=-0.13 step:kind=0.91
        step:later=0.29 step:later:AA=-0.12 step:later:BA=0.1 step:later:BB=0.39 step:later:and=-0.12 step:later:join=0.54
        step:later:stop=0.13 step:later:with=-0.14 step:later:words=-0.12 step:next=0.64 step:next:AA=0.49 step:next:AB=-0.38
        step:next:BA=0.34 step:next:BB=0.19 step:next:and=0.69 step:next:join=0.45 step:next:versus=-0.25 step:next:with=-0.19
        step:none-none=0.18 step:none-none:bracket=0.09 step:none-none:versus=0.18 step:none-none:with=-0.36
        step:none-none:words=0.18 step:other=-0.61 step:same:characteristic=-0.94 step:same:event=0.53 step:same:form0=-0.7
        step:same:form1=0.86 step:same:inside=-0.42 step:same:inside:bracket=-0.13 step:same:inside:m1=-0.37
        step:same:inside:stop=-0.39 step:same:inside:words=0.17 step:same:outside=0.57 step:same:outside:and=0.31
        step:same:outside:bracket=-0.21 step:same:outside:join=-0.11 step:same:outside:m0=0.27 step:same:outside:m1=0.62
        step:same:outside:m2=-0.32 step:same:outside:stop=-0.46 step:same:outside:versus=0.89 step:same:outside:with=0.3
        step:same:outside:words=-0.14 step:same:response=0.25 step:same:site=0.15 step:same:survival=0.17 step:term-again=-0.92
        step:to-none=-0.36 step:to-none:and=-0.19 step:to-none:bracket=0.27 step:to-none:join=-0.29 step:to-none:versus=-0.65
        step:to-none:with=0.17 step:to-none:words=0.36 survival:A:f0:m1=-0.28 survival:A:f0:m2=-0.1 survival:A:f1:m0=0.37
        survival:A:f1:m1=-0.17 survival:A:f2:m0=0.1 survival:A:f2:m2=0.1 survival:A:f3:m0=0.35 survival:A:glue=-0.08
        survival:B:f0:m0=-0.55 survival:B:f0:m1=-0.23 survival:B:glue=-0.21 survival:count=-0.69 survival:mnext:(=-0.31
        survival:mnext:at=0.4 survival:mnext:for=0.19 survival:mnext:in=-0.28 survival:mnext:of=-0.23 survival:mnext:rate=0.21
        survival:mnext:rates=0.27 survival:mnext:was=-0.36 survival:mnext:were=-0.14 survival:mprev:a=-0.18 survival:mprev:and=-0.16
        survival:mprev:in=-0.09 survival:mprev:month=0.26 survival:mprev:the=-0.14 survival:n=-0.31 survival:next=-0.11
        survival:no=-0.24 survival:np=-0.09 survival:p=0.85 survival:section:=0.37 survival:section:obje=0.09 term:adrenal=-0.21
        term:alive=0.16 term:any_adverse_event=-0.35 term:any_shrinkage=-0.2 term:any_treatment_related=-0.09
        term:atypical_carcinoid=-0.25 term:biliary=-0.27 term:carcinoid_syndrome=0.72 term:colon=0.29 term:complete_response=0.15
        term:death=-0.98 term:diabetes=-0.22 term:diarrhoea=-0.45 term:discontinuation=0.23 term:disease_control=0.37 term:dor=-0.13
        term:dose_reduction=0.33 term:esophagus=-0.13 term:extensive=0.38 term:extrapancreatic=0.28 term:fatigue=0.17
        term:female=-0.18 term:first=0.11 term:flushing=-0.54 term:foregut=0.3 term:g1=-0.34 term:g3=-0.67
        term:gastroenteropancreatic=-0.32 term:gastrointestinal=0.44 term:genitourinary=-0.62 term:gynaecological=-0.44
        term:haematological_toxicity=0.13 term:hand_foot_syndrome=0.16 term:leukopenia=0.38 term:limited=0.4 term:liver=0.15
        term:lymphopenia=0.35 term:male=0.34 term:mds_or_leukaemia=0.17 term:metastatic=0.32 term:midgut=0.22
        term:nephrotoxicity=0.16 term:neutropenia=0.32 term:nonfunctioning=-0.23 term:os=0.37 term:paraganglia=-0.23
        term:partial_response=0.56 term:pfs=-0.41 term:procedural_complication=-0.7 term:progressive=0.13
        term:progressive_disease=-0.44 term:rectum=-0.15 term:second=-0.31 term:skin=-0.19 term:small_cell_nec=-0.25
        term:small_intestine=0.15 term:stable_disease=-0.14 term:symptomatic_response=0.26 term:thrombocytopenia=0.38
        term:thymus=0.09 term:thyroid_medullary=-0.11 term:treatment_death=0.21 term:typical_carcinoid=-0.23 term:unknown=0.27
        term:vomiting=-0.11 word:progression=-0.47 word:responders=-0.24 word:response=-1.05 word:responses=-0.45 word:stable=-0.61
        word:survival=-0.08
        """
    ),
    "time": _read(
        """
        A:close=-0.29 A:comma=-0.21 A:f0:m0=-0.12 A:f0:m0:glue=-0.2 A:f0:m1:firstF=0.1 A:f0:m1:glue=-0.28 A:f0:m2=0.15
        A:f0:m2:firstM=0.15 A:f1:m0=0.11 A:f1:m0:firstF=0.12 A:f1:m0:glue=0.2 A:f1:m1=0.16 A:f1:m1:firstM=0.12 A:f1:m2=-0.22
        A:f1:m2:firstM=-0.18 A:f2:m2=-0.16 A:f2:m2:firstM=-0.16 A:f3:m0=0.21 A:f3:m0:firstM=0.21 A:f3:m1=-0.18 A:f3:m1:firstM=-0.18
        A:firstF=0.13 A:firstM=-0.16 A:len10=0.32 A:len120=0.11 A:len3=-0.16 A:len60=-0.27 A:m0:bare=0.13 A:m0:firstM=0.14
        A:m0:next:(=-0.25 A:m0:next:)=-0.08 A:m0:next:,=-0.12 A:m0:next:-=-0.15 A:m0:next:.=0.34 A:m0:next:and=-0.44
        A:m0:next:end=-0.2 A:m0:next:for=0.46 A:m0:next:in=0.11 A:m0:next:months=0.21 A:m0:next:vs=0.13 A:m0:next:were=-0.3
        A:m0:next:with=0.15 A:m0:prev:(=-0.15 A:m0:prev:,=0.12 A:m0:prev:-=0.43 A:m0:prev:and=-0.36 A:m0:prev:months=-0.09
        A:m0:prev:of=0.11 A:m0:prev:to=-0.15 A:m0:prev:versus=-0.26 A:m0:prev:vs=0.53 A:m0:prev:was=0.77 A:m0:prev:were=-0.38
        A:m1:firstF=0.09 A:m1:firstM=-0.3 A:m1:next:)=-0.39 A:m1:next:.=-0.43 A:m1:next:;=-0.1 A:m1:next:and=0.47 A:m1:next:end=0.17
        A:m1:next:for=-0.16 A:m1:prev:(=0.47 A:m1:prev:,=-0.16 A:m1:prev:-=-0.45 A:m1:prev:of=-0.2 A:m1:prev:was=-0.24
        A:m1:prev:were=0.26 A:open=-0.28 A:w:after=-0.12 A:w:all=-0.1 A:w:and=0.26 A:w:arm=0.08 A:w:at=-0.89 A:w:by=-0.32
        A:w:compared=0.08 A:w:follow=-0.36 A:w:for=0.16 A:w:from=-0.38 A:w:group=0.37 A:w:in=0.14 A:w:median=-0.17 A:w:months=-0.31
        A:w:not=0.14 A:w:of=-0.13 A:w:patients=0.28 A:w:rate=-0.2 A:w:receiving=0.24 A:w:than=0.29 A:w:those=0.12 A:w:time=0.22
        A:w:treated=0.16 A:w:v=0.09 A:w:versus=-0.26 A:w:vs=0.76 A:w:was=0.26 A:w:were=-0.1 A:w:while=0.16 A:w:years=-0.13
        B:close=-0.11 B:comma=-0.5 B:f0:m0=-0.39 B:f0:m0:firstF=-0.32 B:f0:m1:firstM=-0.1 B:f1:m2=-0.13 B:f1:m2:firstF=-0.12
        B:firstF=-0.43 B:firstM=-0.21 B:len10=0.35 B:len120=-0.22 B:len25=-0.3 B:len3=-0.09 B:len60=-0.28 B:lenfar=-0.1
        B:m0:bare=-0.11 B:m0:firstF=-0.33 B:m0:firstM=-0.09 B:m0:next:(=-0.11 B:m0:next:,=0.16 B:m0:next:-=-0.1 B:m0:prev:was=-0.22
        B:m1:firstF=-0.09 B:m1:firstM=-0.12 B:m1:next:(=0.32 B:m1:next:,=-0.23 B:m1:prev:-=-0.16 B:m1:prev:of=-0.29 B:w:and=-0.42
        B:w:median=0.12 B:w:months=-0.11 B:w:of=-0.1 B:w:overall=0.15 B:w:to=-0.17 B:w:was=-0.09 B:w:with=-0.22 bare:A:m0=-0.36
        kind:quantity=-0.97 kind:survival=0.3 list:exact=0.11 list:not:exact=-0.62 next:f0:m0=-0.11 none=0.67 none:bare=0.54
        none:bare:next:(=0.26 none:bare:next:,=0.1 none:bound=0.59 none:first:bare=0.24 none:first:time=0.3 none:near10=-0.09
        none:near120=0.22 none:near25=0.89 none:near3=0.45 none:near60=-0.71 none:nearfar=-0.09 none:next:)=0.49 none:next:,=0.24
        none:next:-=0.36 none:next:.=0.19 none:next:;=0.11 none:next:for=-0.3 none:next:months=-0.12 none:next:vs=-0.11
        none:next:were=0.42 none:next:with=-0.41 none:prev:(=-0.31 none:prev:-=0.24 none:prev:==0.37 none:prev:and=0.09
        none:prev:months=0.14 none:prev:of=0.31 none:prev:to=0.19 none:prev:versus=0.26 none:prev:vs=-0.56 none:prev:was=-0.26
        none:prev:were=0.12 none:section:=0.33 none:section:meth=0.23 none:section:obje=-0.35 none:section:pati=0.16
        none:section:resu=0.23 none:some=-0.49 none:time=0.13 none:time:next:(=-0.22 none:time:next:)=0.29 none:time:next:,=0.13
        none:time:next:-=0.4 none:time:next:.=0.19 none:time:next:;=0.11 none:time:next:end=-0.18 none:time:next:for=-0.3
        none:time:next:in=0.17 none:time:next:months=-0.12 none:time:next:vs=-0.39 none:time:next:were=0.42 none:time:next:with=-0.41
        quantity:A:f0:m0=-0.79 quantity:A:f1:m0=-0.11 quantity:A:glue=-0.58 quantity:mnext:-=-0.17 quantity:mnext:of=-0.15
        quantity:mnext:was=-0.4 quantity:mprev:-=-0.83 quantity:section:=-0.29 quantity:section:meth=-0.09
        quantity:section:pati=-0.21 quantity:section:resu=-0.35 quantity:time=-0.9 rate:time=-0.41 same:A=0.19 same:B=-0.22
        same:not:A=-0.39 same:not:B=-0.13 step:AA=0.41 step:BA=-0.29 step:BB=0.33 step:back=-0.39 step:back:AA=-0.18
        step:back:BA=-0.21 step:back:and=-0.26 step:back:stop=-0.2 step:back:versus=0.12 step:back:with=0.35 step:back:words=-0.25
        step:from-none=-0.47 step:from-none:and=-0.15 step:from-none:join=-0.22 step:kind=0.62 step:later=0.34 step:later:AA=0.08
        step:later:BB=0.32 step:later:with=-0.08 step:later:words=0.44 step:next=0.43 step:next:AA=0.5 step:next:and=0.86
        step:next:versus=-0.27 step:next:with=-0.24 step:next:words=0.12 step:none-none=0.34 step:none-none:and=0.21
        step:none-none:join=0.52 step:none-none:stop=0.26 step:none-none:versus=-0.1 step:none-none:with=-0.35
        step:none-none:words=-0.2 step:other=-0.23 step:same:form0=-0.35 step:same:form1=0.31 step:same:inside=-0.33
        step:same:inside:m2=-0.32 step:same:inside:stop=-0.13 step:same:inside:with=-0.15 step:same:outside=0.29
        step:same:outside:join=-0.16 step:same:outside:m0=0.54 step:same:outside:m1=-0.19 step:same:outside:stop=0.1
        step:same:outside:versus=0.68 step:same:outside:with=0.09 step:same:outside:words=-0.36 step:term-again=-1.16
        step:to-none=-0.21 step:to-none:and=-0.74 step:to-none:bracket=0.33 step:to-none:join=-0.11 step:to-none:versus=-0.41
        step:to-none:with=0.32 step:to-none:words=0.35 survival:A:bare=0.16 survival:A:f0:m0=0.67 survival:A:f0:m2=0.15
        survival:A:f1:m0=0.22 survival:A:f1:m1=0.17 survival:A:f1:m2=-0.22 survival:A:f2:m2=-0.15 survival:A:f3:m0=0.22
        survival:A:f3:m1=-0.18 survival:A:glue=0.52 survival:B:bare=-0.1 survival:B:f0:m0=-0.37 survival:B:f1:m2=-0.13
        survival:bare=-0.48 survival:mnext:,=0.21 survival:mnext:-=-0.15 survival:mnext::=0.27 survival:mnext:and=0.35
        survival:mnext:at=-0.36 survival:mnext:for=0.21 survival:mnext:from=-0.33 survival:mnext:in=0.15 survival:mnext:of=1.2
        survival:mnext:rate=-0.2 survival:mnext:was=0.36 survival:mnext:were=-0.22 survival:mprev:-=-0.15 survival:mprev:a=0.27
        survival:mprev:and=-0.3 survival:mprev:the=0.41 survival:next=-0.1 survival:section:meth=-0.14 survival:section:obje=0.38
        survival:section:resu=0.11 survival:time=0.78 term:age=-0.26 term:dor=0.1 term:duration=-1.3 term:follow_up=-0.35
        term:os=0.15 term:other_time=-0.14 term:pfs=0.3 term:treatment_duration=-0.2 term:ttp=0.21 time:A:m0=0.54 time:A:m1=-0.13
        time:B:m0=-0.37 time:B:m1=-0.17 word:survival=-0.66
        """
    ),
    "flow": _read(
        """
        assigned:ahead:analysis=-0.19 assigned:ahead:assigned=0.1 assigned:ahead:enrolled=0.13 assigned:ahead:evaluabl=-0.08
        assigned:ahead:included=0.14 assigned:ahead:includin=-0.17 assigned:ahead:median=-0.08 assigned:ahead:of=-0.15
        assigned:ahead:overall=-0.13 assigned:ahead:primary=0.13 assigned:ahead:received=-0.27 assigned:ahead:treated=0.27
        assigned:ahead:treatmen=-0.13 assigned:ahead:were=0.17 assigned:ahead:with=0.41 assigned:arm:False=0.09
        assigned:arm:False:False=-0.16 assigned:arm:False:True=0.25 assigned:arm:True:True=0.11 assigned:bias=-0.3
        assigned:design:phase=0.22 assigned:design:phase:count=0.13 assigned:design:phase:n=0.08
        assigned:design:prospective:count=0.18 assigned:design:prospective:n=-0.23 assigned:design:randomized=1.06
        assigned:design:randomized:count=0.73 assigned:design:randomized:n=0.33 assigned:design:retrospective=-0.43
        assigned:design:retrospective:count=-0.21 assigned:design:retrospective:n=-0.22 assigned:design:series:count=0.09
        assigned:early:0=-0.14 assigned:early:1=0.12 assigned:early:2=-0.09 assigned:early:3=-0.19 assigned:first:False=-0.17
        assigned:first:True=-0.12 assigned:kind:count=-0.44 assigned:kind:n=0.14 assigned:left:(=0.63 assigned:left::=0.09
        assigned:left:;=0.14 assigned:left:all=-0.11 assigned:left:among=-0.24 assigned:left:and=-0.24 assigned:left:enrolled=0.16
        assigned:left:in=-0.2 assigned:left:includin=-0.17 assigned:left:start=-0.22 assigned:left:the=0.17 assigned:left:was=-0.14
        assigned:near:assigned=0.13 assigned:near:cohort=-0.21 assigned:near:enrolled=-0.09 assigned:near:entered=-0.14
        assigned:near:follow=0.11 assigned:near:grade=0.12 assigned:near:included=-0.18 assigned:near:median=0.17
        assigned:near:of=-0.16 assigned:near:previous=-0.08 assigned:near:randomiz=0.29 assigned:near:received=-0.34
        assigned:near:response=-0.27 assigned:near:treated=-0.14 assigned:near:treatmen=-0.29 assigned:near:were=0.2
        assigned:near:who=-0.25 assigned:receiv:False:False=0.18 assigned:receiv:True:False=-0.09 assigned:result:False=0.12
        assigned:section:meth=-0.09 assigned:section:obje=0.27 assigned:section:pati=0.08 assigned:section:resu=-0.45
        assigned:size:1=-0.32 assigned:size:2=-0.43 assigned:size:3=0.49 assigned:verb:-=-0.27 assigned:verb:assigned=0.21
        assigned:verb:assigned:phase=0.16 assigned:verb:enrolled:prospective=-0.11 assigned:verb:entered=-0.13
        assigned:verb:had=-0.15 assigned:verb:had:phase=-0.11 assigned:verb:randomiz=0.28 assigned:verb:randomiz:phase=0.18
        assigned:verb:randomiz:randomized=0.28 assigned:verb:received=-0.15 assigned:verb:received:phase=-0.1
        assigned:verb:received:randomized=-0.1 assigned:verb:treated:prospective=0.17 assigned:verb:with=0.14
        assigned:verb:with:randomized=0.4 enrolled:ahead:after=-0.14 enrolled:ahead:analyzed=0.12 enrolled:ahead:availabl=-0.08
        enrolled:ahead:cohort=-0.26 enrolled:ahead:enrolled=0.23 enrolled:ahead:evaluabl=-0.11 enrolled:ahead:had=-0.1
        enrolled:ahead:identifi=0.18 enrolled:ahead:median=0.15 enrolled:ahead:of=-0.25 enrolled:ahead:overall=0.08
        enrolled:ahead:primary=-0.16 enrolled:ahead:received=0.13 enrolled:ahead:response=-0.15 enrolled:ahead:retrospe=0.31
        enrolled:ahead:total=0.21 enrolled:ahead:treatmen=0.11 enrolled:ahead:were=-0.38 enrolled:ahead:with=0.13
        enrolled:arm:False=-0.09 enrolled:arm:False:True=-0.13 enrolled:arm:True:False=0.14 enrolled:arm:True:True=-0.14
        enrolled:design:phase=0.13 enrolled:design:phase:count=0.08 enrolled:design:prospective:count=-0.11
        enrolled:design:prospective:n=0.1 enrolled:design:randomized=-0.12 enrolled:design:randomized:n=-0.15
        enrolled:design:retrospective=0.23 enrolled:design:retrospective:n=0.24 enrolled:early:0=0.12 enrolled:early:2=0.12
        enrolled:early:3=-0.35 enrolled:first:False=-0.33 enrolled:first:True=0.26 enrolled:kind:n=-0.09 enrolled:left:(=-0.28
        enrolled:left::=0.16 enrolled:left:;=-0.21 enrolled:left:all=0.23 enrolled:left:among=-0.18 enrolled:left:and=-0.16
        enrolled:left:enrolled=0.13 enrolled:left:for=0.15 enrolled:left:from=-0.11 enrolled:left:in=-0.37
        enrolled:left:included=0.17 enrolled:left:of=0.09 enrolled:left:start=-0.09 enrolled:left:to=-0.09 enrolled:left:was=-0.09
        enrolled:left:with=0.13 enrolled:near:assigned=-0.15 enrolled:near:diagnose=0.33 enrolled:near:enrolled=0.36
        enrolled:near:entered=0.31 enrolled:near:evaluabl=-0.1 enrolled:near:grade=-0.17 enrolled:near:had=0.11
        enrolled:near:identifi=0.34 enrolled:near:included=0.29 enrolled:near:of=0.12 enrolled:near:primary=0.33
        enrolled:near:received=0.33 enrolled:near:response=-0.21 enrolled:near:treated=0.13 enrolled:near:treatmen=-0.15
        enrolled:near:underwen=-0.2 enrolled:near:were=0.23 enrolled:receiv:False:False=-0.16 enrolled:receiv:False:True=0.1
        enrolled:receiv:True:True=-0.09 enrolled:result:False=0.14 enrolled:result:True=-0.23 enrolled:section:mate=-0.17
        enrolled:section:meth=-0.28 enrolled:section:pati=0.28 enrolled:section:resu=0.08 enrolled:size:1=-0.5 enrolled:size:2=0.3
        enrolled:size:4=0.11 enrolled:verb:-=-0.12 enrolled:verb:assigned=-0.15 enrolled:verb:assigned:phase=-0.1
        enrolled:verb:assigned:randomized=-0.1 enrolled:verb:diagnose=0.13 enrolled:verb:enrolled=0.55
        enrolled:verb:enrolled:phase=0.29 enrolled:verb:enrolled:randomized=0.25 enrolled:verb:enrolled:retrospective=0.12
        enrolled:verb:entered=0.19 enrolled:verb:had:prospective=0.11 enrolled:verb:had:retrospective=0.15 enrolled:verb:included=0.2
        enrolled:verb:included:retrospective=-0.17 enrolled:verb:randomiz=-0.16 enrolled:verb:randomiz:phase=-0.11
        enrolled:verb:randomiz:randomized=-0.16 enrolled:verb:received=-0.37 enrolled:verb:received:phase=-0.3
        enrolled:verb:received:prospective=0.08 enrolled:verb:received:randomized=-0.13 enrolled:verb:treated=-0.3
        enrolled:verb:treated:prospective=-0.16 enrolled:verb:underwen=-0.12 enrolled:verb:with=0.15 enrolled:verb:with:phase=0.11
        enrolled:verb:with:prospective=0.12 enrolled:verb:with:randomized=-0.13 enrolled:verb:with:retrospective=0.13
        enrolled:verb:with:series=-0.22 evaluable:ahead:analysis=0.38 evaluable:ahead:availabl=0.14 evaluable:ahead:cohort=0.29
        evaluable:ahead:enrolled=-0.08 evaluable:ahead:evaluabl=0.29 evaluable:ahead:included=-0.12 evaluable:ahead:includin=0.11
        evaluable:ahead:median=-0.1 evaluable:ahead:of=0.23 evaluable:ahead:randomiz=0.11 evaluable:ahead:response=0.2
        evaluable:ahead:total=-0.08 evaluable:ahead:were=-0.1 evaluable:ahead:with=-0.22 evaluable:arm:False=-0.1
        evaluable:arm:True=-0.1 evaluable:bias=-0.25 evaluable:design:phase:count=0.09 evaluable:design:phase:n=-0.1
        evaluable:design:prospective=0.16 evaluable:design:prospective:count=0.2 evaluable:design:randomized=-0.34
        evaluable:design:randomized:count=-0.16 evaluable:design:randomized:n=-0.17 evaluable:design:retrospective=-0.08
        evaluable:design:retrospective:count=-0.11 evaluable:design:series=-0.17 evaluable:design:series:count=-0.16
        evaluable:early:2=-0.14 evaluable:first:False=0.12 evaluable:first:True=-0.37 evaluable:kind:n=-0.2 evaluable:left:(=-0.18
        evaluable:left:,=-0.14 evaluable:left::=-0.2 evaluable:left:and=0.09 evaluable:left:in=0.17 evaluable:left:included=-0.11
        evaluable:left:includin=0.11 evaluable:left:results=0.12 evaluable:left:start=-0.18 evaluable:left:the=0.12
        evaluable:near:enrolled=-0.18 evaluable:near:evaluabl=0.22 evaluable:near:had=-0.22 evaluable:near:median=-0.2
        evaluable:near:of=-0.26 evaluable:near:primary=0.19 evaluable:near:received=-0.12 evaluable:near:response=0.18
        evaluable:near:with=-0.37 evaluable:receiv:True:True=-0.11 evaluable:result:False=-0.24 evaluable:section:=-0.22
        evaluable:section:mate=0.12 evaluable:section:meth=-0.17 evaluable:section:pati=0.12 evaluable:size:1=-0.19
        evaluable:size:3=-0.08 evaluable:verb:-=0.25 evaluable:verb:enrolled=-0.16 evaluable:verb:enrolled:phase=-0.12
        evaluable:verb:included=0.08 evaluable:verb:included:phase=0.17 evaluable:verb:treated=-0.15
        evaluable:verb:with:prospective=-0.12 none:ahead:after=0.27 none:ahead:analyzed=-0.19 none:ahead:availabl=0.15
        none:ahead:cohort=-0.11 none:ahead:enrolled=-0.17 none:ahead:grade=0.21 none:ahead:identifi=-0.17 none:ahead:includin=0.15
        none:ahead:median=-0.22 none:ahead:primary=0.27 none:ahead:retrospe=-0.33 none:ahead:treated=-0.23 none:ahead:treatmen=-0.17
        none:ahead:were=0.1 none:ahead:who=0.1 none:arm:False=0.22 none:arm:False:False=0.17 none:arm:True=-0.09
        none:arm:True:False=-0.09 none:bias=0.58 none:design:phase=-0.17 none:design:phase:count=-0.13
        none:design:prospective:count=-0.25 none:design:prospective:n=0.18 none:design:randomized=-0.18
        none:design:randomized:count=-0.29 none:design:randomized:n=0.1 none:design:retrospective:count=0.11
        none:design:retrospective:n=-0.16 none:design:series:count=0.13 none:early:0=-0.39 none:early:1=-0.21 none:early:2=0.3
        none:early:3=0.89 none:first:False=0.51 none:kind:count=0.46 none:kind:n=0.13 none:left:;=0.14 none:left:all=-0.26
        none:left:among=0.43 none:left:and=0.31 none:left:enrolled=-0.16 none:left:in=0.24 none:left:includin=0.15
        none:left:results=-0.13 none:left:start=0.39 none:left:the=-0.38 none:left:was=0.31 none:left:with=-0.11 none:near:after=0.32
        none:near:cohort=0.24 none:near:complete=0.2 none:near:diagnose=-0.12 none:near:died=0.2 none:near:enrolled=-0.16
        none:near:evaluabl=0.09 none:near:had=0.17 none:near:identifi=-0.16 none:near:included=-0.23 none:near:median=-0.16
        none:near:of=-0.1 none:near:previous=0.13 none:near:primary=-0.32 none:near:randomiz=-0.1 none:near:received=-0.17
        none:near:response=0.45 none:near:treated=-0.18 none:near:treatmen=0.22 none:near:underwen=-0.14 none:near:were=-0.58
        none:near:who=0.19 none:near:with=-0.12 none:plan=0.27 none:receiv:False:False=0.3 none:receiv:False:True=-0.12
        none:receiv:True:False=-0.08 none:result:True=0.19 none:section:=0.29 none:section:meth=0.24 none:section:obje=-0.2
        none:section:resu=0.12 none:size:1=1.54 none:size:2=-0.26 none:size:3=-0.49 none:size:4=-0.21 none:verb:-=0.3
        none:verb:assigned:phase=-0.09 none:verb:died=0.19 none:verb:died:retrospective=0.1 none:verb:enrolled=-0.28
        none:verb:enrolled:phase=-0.22 none:verb:enrolled:randomized=-0.15 none:verb:had=0.48 none:verb:had:phase=0.36
        none:verb:had:retrospective=0.08 none:verb:included=-0.33 none:verb:included:phase=-0.13
        none:verb:included:retrospective=-0.14 none:verb:received:prospective=-0.1 none:verb:received:randomized=0.17
        none:verb:received:retrospective=-0.12 none:verb:treated:phase=0.11 none:verb:treated:prospective=-0.13
        none:verb:treated:retrospective=0.16 none:verb:underwen=-0.23 none:verb:underwen:retrospective=-0.25 none:verb:with=-0.28
        none:verb:with:phase=0.11 none:verb:with:retrospective=-0.1 none:verb:with:series=0.18 step:001:count=0.88 step:001:n=0.59
        step:010:count=-0.15 step:010:n=-0.36 step:100:count=-0.3 step:100:n=-0.65 step:110:count=-0.84 step:110:n=-0.67
        step:111:count=0.42 step:111:n=1.09 treated:ahead:analysis=-0.19 treated:ahead:analyzed=0.14 treated:ahead:availabl=-0.2
        treated:ahead:cohort=0.1 treated:ahead:enrolled=-0.1 treated:ahead:evaluabl=-0.14 treated:ahead:grade=-0.09
        treated:ahead:included=-0.15 treated:ahead:includin=-0.16 treated:ahead:median=0.25 treated:ahead:of=0.2
        treated:ahead:overall=0.1 treated:ahead:primary=-0.19 treated:ahead:randomiz=-0.09 treated:ahead:received=0.18
        treated:ahead:response=0.08 treated:ahead:retrospe=0.14 treated:ahead:total=-0.15 treated:ahead:treatmen=0.12
        treated:ahead:were=0.22 treated:ahead:with=-0.33 treated:arm:False=-0.11 treated:arm:False:True=-0.13 treated:arm:True=0.13
        treated:design:phase=-0.17 treated:design:phase:count=-0.17 treated:design:randomized=-0.42
        treated:design:randomized:count=-0.32 treated:design:randomized:n=-0.1 treated:design:retrospective=0.33
        treated:design:retrospective:count=0.21 treated:design:retrospective:n=0.12 treated:design:series=0.19 treated:early:0=0.42
        treated:early:1=0.11 treated:early:2=-0.19 treated:early:3=-0.3 treated:first:False=-0.13 treated:first:True=0.16
        treated:left:(=-0.09 treated:left:,=0.17 treated:left:all=0.19 treated:left:enrolled=-0.1 treated:left:for=-0.1
        treated:left:in=0.16 treated:left:included=-0.11 treated:left:includin=-0.16 treated:left:of=0.09 treated:left:start=0.1
        treated:left:to=0.23 treated:near:after=-0.26 treated:near:cohort=-0.12 treated:near:complete=-0.15
        treated:near:diagnose=-0.25 treated:near:died=-0.09 treated:near:evaluabl=-0.17 treated:near:follow=-0.1
        treated:near:identifi=-0.13 treated:near:included=0.08 treated:near:median=0.19 treated:near:of=0.39
        treated:near:primary=-0.15 treated:near:randomiz=-0.13 treated:near:received=0.3 treated:near:response=-0.15
        treated:near:treated=0.26 treated:near:treatmen=0.14 treated:near:underwen=0.35 treated:near:were=0.1 treated:near:who=0.17
        treated:near:with=0.39 treated:plan=-0.14 treated:receiv:False:False=-0.31 treated:receiv:True:False=0.19
        treated:receiv:True:True=0.14 treated:section:mate=0.12 treated:section:meth=0.3 treated:section:pati=-0.46
        treated:section:resu=0.24 treated:size:1=-0.54 treated:size:2=0.32 treated:size:4=0.18 treated:verb:-=-0.17
        treated:verb:assigned:randomized=0.09 treated:verb:diagnose=-0.18 treated:verb:died=-0.09
        treated:verb:enrolled:prospective=0.14 treated:verb:enrolled:randomized=-0.1 treated:verb:had=-0.34
        treated:verb:had:phase=-0.11 treated:verb:had:retrospective=-0.15 treated:verb:included=0.09 treated:verb:included:phase=-0.1
        treated:verb:included:retrospective=0.32 treated:verb:received=0.48 treated:verb:received:phase=0.46
        treated:verb:received:retrospective=0.17 treated:verb:treated=0.39 treated:verb:treated:prospective=0.15
        treated:verb:underwen=0.33 treated:verb:underwen:retrospective=0.34 treated:verb:with:phase=-0.16
        treated:verb:with:prospective=-0.13 treated:verb:with:randomized=-0.26 treated:verb:with:series=0.13
        """
    ),
    "ratio": _read(
        """
        A:colon=0.5 A:comma=-0.75 A:f0:m0=0.2 A:f0:m0:firstM=0.22 A:f0:m0:glue=0.28 A:f1:m0=0.13 A:f1:m0:firstM=0.15 A:f2:m0=-0.14
        A:f2:m0:firstM=-0.17 A:f2:m1=-0.19 A:f2:m1:firstM=-0.19 A:f3:m0=-0.08 A:f3:m0:firstM=-0.09 A:f3:m1=-0.13 A:f3:m1:firstM=-0.13
        A:len120=0.15 A:len25=0.24 A:len3=-0.14 A:len60=-0.11 A:lenfar=-0.14 A:m0:bare=-0.33 A:m0:firstM=0.12 A:m0:glue=0.28
        A:m0:next:(=0.11 A:m0:next:)=0.2 A:m0:next:,=0.14 A:m0:next:;=0.19 A:m0:next:for=-0.24 A:m0:next:were=-0.13 A:m0:prev:(=-0.22
        A:m0:prev:,=0.15 A:m0:prev:-=-0.11 A:m0:prev:==0.18 A:m1:firstM=-0.13 A:m1:next:)=-0.21 A:m1:prev:(=0.1 A:m1:prev:,=-0.17
        A:m1:prev:;=-0.11 A:open=0.45 A:semicolon=-0.14 A:w:after=-0.18 A:w:and=-0.1 A:w:but=-0.13 A:w:by=0.17 A:w:compared=0.29
        A:w:difference=0.09 A:w:follow=-0.14 A:w:group=0.3 A:w:had=0.17 A:w:in=0.46 A:w:median=0.11 A:w:months=0.45 A:w:not=0.28
        A:w:of=0.41 A:w:or=-0.21 A:w:p=0.13 A:w:patients=0.19 A:w:primary=0.1 A:w:reached=0.13 A:w:respectively=-0.12 A:w:score=-0.36
        A:w:significantly=-0.17 A:w:than=0.46 A:w:those=0.18 A:w:vs=0.72 A:w:was=0.47 A:w:were=-0.18 B:comma=-0.16 B:firstM=-0.09
        B:len10=-0.13 B:len60=-0.15 B:lenfar=0.15 B:m0:firstF=-0.1 B:m0:next:)=-0.11 B:m0:next:;=0.11 B:m0:next:and=-0.2
        B:m0:prev:(=-0.29 B:m0:prev:,=0.12 B:w:and=-0.18 B:w:were=0.12 event:A:f0:m0=0.19 event:A:f0:m1=-0.13 event:A:glue=0.16
        event:hr=-0.08 event:mnext:(=-0.21 event:mprev:-=-0.1 event:mprev:or=-0.16 event:p=-0.14 event:section:=-0.15
        event:section:pati=-0.2 event:section:resu=0.13 hr:A:m1=-0.11 kind:event=-0.22 kind:response=-0.44 kind:survival=0.45
        none=0.21 none:first:hr=-0.25 none:first:p=0.18 none:hr=0.19 none:hr:next:,=0.09 none:hr:next:;=-0.14 none:near10=0.19
        none:near120=-0.46 none:near25=0.09 none:near3=0.14 none:near60=0.27 none:next:)=0.15 none:next:,=-0.08 none:next:;=-0.23
        none:next:and=0.15 none:next:for=0.12 none:p:next:)=0.22 none:p:next:,=-0.18 none:p:next:;=-0.08 none:p:next:and=0.15
        none:p:next:for=0.12 none:prev:(=0.32 none:prev:,=-0.09 none:prev:-=0.08 none:prev:;=0.11 none:prev:==-0.08
        none:section:obje=-0.16 none:some=0.12 p:A:m0=0.13 p:B:m0=-0.16 rate:p=0.3 response:A:bare=-0.19 response:A:f0:m0=0.2
        response:A:f0:m1=-0.09 response:A:f0:m2=-0.09 response:A:f1:m0=-0.15 response:A:f1:m1=-0.1 response:B:f0:m0=0.11
        response:hr=-0.28 response:mnext:(=-0.13 response:mnext:-=-0.27 response:mnext:of=-0.16 response:mnext:to=0.24
        response:mnext:was=0.14 response:mprev:of=-0.14 response:mprev:the=0.13 response:p=-0.16 response:section:pati=0.17
        response:section:resu=-0.6 same:A=0.31 same:B=0.15 same:not:A=-0.2 step:AA=0.28 step:BA=-0.17 step:back=-0.32
        step:back:AA=-0.15 step:back:BA=-0.16 step:back:stop=-0.1 step:back:with=-0.1 step:back:words=-0.1 step:from-none=-0.42
        step:from-none:join=-0.17 step:from-none:stop=-0.24 step:from-none:with=-0.1 step:from-none:words=0.1 step:kind=0.19
        step:next=0.44 step:next:AA=0.49 step:next:with=0.18 step:next:words=0.16 step:none-none=0.59 step:none-none:stop=0.43
        step:none-none:words=0.19 step:other=-0.11 step:same:form0=0.49 step:same:form1=-0.42 step:same:inside=-0.1
        step:same:inside:m1=-0.1 step:same:outside=0.18 step:same:outside:join=0.39 step:same:outside:m0=0.47
        step:same:outside:m1=-0.3 step:same:outside:stop=0.23 step:same:outside:with=-0.14 step:same:outside:words=-0.25
        step:same:response=-0.11 step:same:survival=0.2 step:term-again=-0.09 step:to-none=-0.31 step:to-none:join=-0.19
        step:to-none:stop=-0.33 step:to-none:with=0.27 survival:A:bare=-0.13 survival:A:f0:m0=-0.19 survival:A:f0:m1=0.23
        survival:A:f0:m2=0.21 survival:A:f1:m0=0.32 survival:A:f1:m1=0.13 survival:A:f2:m1=-0.12 survival:A:f3:m1=-0.12
        survival:A:glue=0.1 survival:B:f0:m0=-0.11 survival:B:glue=-0.13 survival:hr=0.17 survival:mnext:(=-0.26
        survival:mnext:,=-0.22 survival:mnext:-=-0.09 survival:mnext:in=0.13 survival:mnext:were=0.09 survival:mprev:-=0.27
        survival:mprev:for=0.15 survival:mprev:in=-0.08 survival:next=-0.13 survival:p=0.28 survival:section:=0.2
        survival:section:obje=0.12 survival:section:resu=0.42 term:any_adverse_event=-0.1 term:biochemical_response=-0.16
        term:diarrhoea=-0.12 term:flushing=-0.19 term:objective_response=0.4 term:pfs=0.26 term:progressive_disease=-0.32
        term:stable_disease=-0.14 word:progression=-0.22 word:response=-0.09
        """
    ),
}
